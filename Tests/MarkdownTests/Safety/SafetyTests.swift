import ByteText
import Foundation
import Markdown
import Testing

/// Pages that somebody wrote to run a script, or to break what stands around them; html5lib, which
/// reads HTML as browsers do, says what came of each.
struct SafetyTests {
  static let vectors: [String] = {
    let file = SafetyJudge.repository + "/Tests/Peers/attacks.txt"
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n%%\n").map(String.init)
  }()

  @Test("there is a list of attacks")
  func list() { #expect(Self.vectors.count > 400) }

  @Test(
    "no attack survives where HTML is held to a list or shown as text, and none breaks the page",
    .enabled(if: SafetyJudge.isPresent, SafetyJudge.absent),
    arguments: [HTMLPolicy.safe, .escape])
  func attacks(policy: HTMLPolicy) throws {
    var dialect = Dialect()
    dialect.html = policy
    let pages = Self.vectors.map {
      RenderedText("before\n\n\($0)\n\nafter **that**\n", dialect: dialect).html
    }
    let findings = try SafetyJudge.answers("attacks", pages)
    for (vector, found) in zip(Self.vectors, findings) where !found.isEmpty {
      Issue.record("\(vector) → \(found.joined(separator: "; "))")
    }
    #expect(findings.count == Self.vectors.count)
  }

  @Test(
    "all attacks on one page do no more than each alone",
    .enabled(if: SafetyJudge.isPresent, SafetyJudge.absent),
    arguments: [HTMLPolicy.safe, .escape])
  func together(policy: HTMLPolicy) throws {
    var dialect = Dialect()
    dialect.html = policy
    let text = "before\n\n" + Self.vectors.joined(separator: "\n\n")
    // In one order each may meet what the one before left open, in the other what comes after.
    let back = "before\n\n" + Self.vectors.reversed().joined(separator: "\n\n")
    let pages = [text, back].map {
      RenderedText($0, dialect: dialect).html + "<p>after <strong>x</strong></p>"
    }
    for found in try SafetyJudge.answers("attacks", pages) { #expect(found.isEmpty) }
  }

  @Test(
    "the judge finds fault with most of these pages where all HTML is allowed",
    .enabled(if: SafetyJudge.isPresent, SafetyJudge.absent))
  func judge() throws {
    let pages = Self.vectors.map { RenderedText("before\n\n\($0)\n\nafter **that**\n").html }
    let findings = try SafetyJudge.answers("attacks", pages)
    #expect(findings.count { !$0.isEmpty } * 10 > Self.vectors.count * 7)
  }

  @Test(
    "an attack that a page shows as code is text to the last character",
    .enabled(if: SafetyJudge.isPresent, SafetyJudge.absent),
    arguments: HTMLPolicy.allCases)
  func shown(policy: HTMLPolicy) throws {
    var dialect = Dialect()
    dialect.html = policy
    let pages = Self.vectors.map { RenderedText("~~~~~\n\($0)\n~~~~~\n", dialect: dialect).html }
    let texts = try SafetyJudge.answers("texts", pages)
    for (vector, text) in zip(Self.vectors, texts) {
      #expect(text == [vector + "\n"])
    }
  }
}

/// html5lib, which `Scripts/python.sh` installs.
enum SafetyJudge {
  static let repository = #filePath.components(separatedBy: "/Tests/")[0]
  private static let python = repository + "/.build/venv/bin/python"

  static var isPresent: Bool { FileManager.default.isExecutableFile(atPath: python) }
  static let absent: Testing.Comment = "SKIPPED: no html5lib; run Scripts/python.sh"

  /// What `Tests/Peers/safety.py` says about each page.
  static func answers(_ mode: String, _ pages: [String]) throws -> [[String]] {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [repository + "/Tests/Peers/safety.py", mode]
    let input = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try JSONEncoder().encode(pages).write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    let answers = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = answers
    try process.run()
    let bytes = answers.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode([[String]].self, from: bytes)
  }
}
