import Foundation
import Testing

/// A guide made by chance: pages in folders, with references in every way in which they are written.
private struct RandomGuide {
  private var random: Dice
  private(set) var files: [String: String] = [:]
  private(set) var pages: [String] = []
  private(set) var folders: [String] = ["", "a", "a/deep", "b", "my folder", "ö"]

  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  init(seed: UInt64) {
    random = Dice(state: seed)
    pages = ["index.md"]
    for (number, folder) in folders.enumerated() {
      let prefix = folder.isEmpty ? "" : folder + "/"
      if !folder.isEmpty { pages.append(prefix + "index.md") }
      for name in ["one", "a page", "zwei-ü", "p(\(number))"] {
        if Bool.random(using: &random) { pages.append(prefix + name + ".md") }
      }
      files["content/\(prefix)p.png"] = "png \(number)"
    }
    for page in pages { files["content/" + page] = text(of: page) }
    let navigation = pages.map { "  - \"\($0)\"\n" }.joined()
    files["turnbook.yml"] = "name: G\nnavigation:\n" + navigation
  }

  /// A move that is none into what is there.
  mutating func move() -> (from: String, to: String) {
    if Int.random(in: 0..<3, using: &random) == 0,
      let folder = folders.dropFirst().randomElement(using: &random)
    {
      let above =
        folders.filter { $0 != folder && !$0.hasPrefix(folder + "/") }
        .randomElement(using: &random) ?? ""
      return ("content/" + folder, "content/" + (above.isEmpty ? "" : above + "/") + "new place")
    }
    let page = pages.filter { !$0.hasSuffix("index.md") }.randomElement(using: &random) ?? pages[0]
    let folder = (folders + ["fresh/ground"]).randomElement(using: &random) ?? ""
    return ("content/" + page, "content/" + (folder.isEmpty ? "" : folder + "/") + "moved ä.md")
  }

  private mutating func text(of page: String) -> String {
    var text = ""
    if Bool.random(using: &random) {
      let target = pages.randomElement(using: &random) ?? page
      text +=
        "---\ntitle: T\(Int.random(in: 0..<1_000_000, using: &random))\nrelated:\n"
        + "  - \"\(Self.path(from: page, to: target))\"\n---\n\n"
    }
    text += "# Page \(Int.random(in: 0..<1_000_000, using: &random))\n\n## Part\n\n"
    var definitions = ""
    for number in 0..<Int.random(in: 1..<8, using: &random) {
      let target = pages.randomElement(using: &random) ?? page
      let suffix = ["", "#part", "?q=1", "?q=1#part"].randomElement(using: &random) ?? ""
      let path = Self.path(from: page, to: target)
      let encoded = path.replacing(" ", with: "%20")
      switch Int.random(in: 0..<9, using: &random) {
      case 0: text += "- [x](<\(path)\(suffix)> \"title\")\n"
      case 1:
        text += "- [x][r\(number)]\n"
        definitions += "[r\(number)]: \(encoded)\(suffix)\n"
      case 2: text += "- <a href=\"\(encoded)\(suffix)\">x</a>\n"
      case 3: text += "- [x](/\(target.replacing(" ", with: "%20"))\(suffix))\n"
      case 4 where !path.hasPrefix("."): text += "- [x](./\(encoded)\(suffix))\n"
      case 5: text += "\n| a |\n| - |\n| [x](\(encoded)\(suffix)) |\n\n"
      case 6:
        let folder = folders.randomElement(using: &random) ?? ""
        let image = (folder.isEmpty ? "" : folder + "/") + "p.png"
        text += "- ![x](\(Self.path(from: page, to: image).replacing(" ", with: "%20")))\n"
      case 7: text += "!!! note\n    [x](\(encoded)\(suffix))\n\n"
      default: text += "- [x](\(encoded)\(suffix))\n"
      }
    }
    return text + "\n" + definitions
  }

  private static func path(from page: String, to target: String) -> String {
    var base = page.split(separator: "/").dropLast()[...]
    var wanted = target.split(separator: "/")[...]
    while let first = base.first, first == wanted.first, wanted.count > 1 {
      base = base.dropFirst()
      wanted = wanted.dropFirst()
    }
    return (base.map { _ in ".." } + wanted).joined(separator: "/")
  }
}

@Suite("Moves by chance")
struct MovePropertyTests {
  @Test(
    "after any move a check finds what it found before, and moving back leaves every byte as it was",
    arguments: 0..<24 as Range<UInt64>)
  func thereAndBack(seed: UInt64) throws {
    var made = RandomGuide(seed: seed)
    let guide = try Guide(made.files)
    let before = try guide.everything()
    let found = try guide.run("check").codes.sorted()
    for _ in 0..<3 {
      let move = made.move()
      let run = try guide.run("mv", move.from, move.to)
      try #require(run.status == 0, "\(move): \(run.errors)")
      let check = try guide.run("check")
      #expect(check.codes.sorted() == found, "\(move): \(check.output)")
      let back = try guide.run("mv", move.to, move.from)
      try #require(back.status == 0, "\(move): \(back.errors)")
      let after = try guide.everything()
      let others = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
      let change = others.first.map {
        String(decoding: before[$0] ?? Data(), as: UTF8.self) + "\n====\n"
          + String(decoding: after[$0] ?? Data(), as: UTF8.self)
      }
      try #require(others.isEmpty, "\(move): \(others) \(change ?? "")")
    }
  }
}
