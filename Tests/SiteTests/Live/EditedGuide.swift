import Foundation

/// A guide on the disk that is edited at random, in every way that its author might: the same edits
/// for the same seed.
struct EditedGuide: ~Copyable {
  let folder: URL
  private var random: SplitMix
  private var count = 0
  /// What was done, for a test that fails.
  private(set) var log: [String] = []

  /// - Parameter more: Lines of the configuration, as long as no edit replaces it.
  init(seed: UInt64, _ more: String = "") throws {
    random = SplitMix(state: seed)
    let root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    folder = root.appending(path: "edited-\(seed)-\(UUID().uuidString)")
    try write(
      "turnbook.yml",
      """
      name: Edited
      url: https://example.org/g/
      platforms:
        one: {name: One, window: 1000}
      templates: looks
      \(more)
      """)
    try write("looks/extra.css", "body { color: red }\n")
    try write("content/index.md", "# Start\n\n[a](a.md) [b](part/b.md#more) ![](pictures/p.svg)\n")
    try write("content/a.md", "---\ntags: [x]\n---\n\n# A\n\nText of [b](part/b.md).\n")
    try write("content/part/b.md", "# B\n\n## More\n\n--8<-- \"_parts/shared.md\"\n")
    try write("content/part/index.md", "# Part\n\n[a](../a.md)\n")
    try write("content/_parts/shared.md", "Shared words, [a](/a/).\n")
    try write("content/pictures/p.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
    for (name, other) in [("ask", "plan"), ("plan", "ask"), ("sum", "plan")] {
      try write("content/\(name).md", Self.technique(name, other))
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static func technique(_ name: String, _ other: String) -> String {
    """
    ---
    description: How to \(name)
    platforms: [one]
    ---

    # To \(name)

    ## The Pattern

    ```text
    Turn 1: Please \(name) {topic}.
    Turn 2: Now in {style}.
    ```

    ## Related Techniques

    - [Start](index.md)
    - [To \(other)](\(other).md)
    """
  }

  private func write(_ path: String, _ text: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private var pages: [String] {
    let content = folder.appending(path: "content")
    let all = FileManager.default.enumerator(atPath: content.path)?.allObjects as? [String] ?? []
    return all.filter { $0.hasSuffix(".md") }.sorted().map { "content/" + $0 }
  }

  private func text(_ path: String) -> String {
    (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? ""
  }

  /// Makes one change and returns the absolute paths that it touched.
  mutating func edit() throws -> Set<String> {
    count += 1
    let pages = pages
    let page = pages[random.below(pages.count)]
    let other = pages[random.below(pages.count)]
    var touched = [page]
    let (name, change) = Self.changes[random.below(Self.changes.count)]
    switch change {
    case .text(let edit):
      try write(page, edit(text(page), count, String(other.dropFirst("content/".count))))
    case .remove:
      guard page != "content/index.md", pages.count > 4 else { break }
      try FileManager.default.removeItem(at: folder.appending(path: page))
    case .rename:
      guard page != "content/index.md" else { break }
      let new = "content/\(random.below(2) == 0 ? "part/" : "")moved-\(count).md"
      try FileManager.default.moveItem(
        at: folder.appending(path: page), to: folder.appending(path: new))
      touched.append(new)
    case .add:
      touched = ["content/\(random.below(2) == 0 ? "new/" : "")page-\(count).md"]
      try write(touched[0], "# Page \(count)\n\n[there](\(other.dropFirst("content/".count)))\n")
    case .file(let path, let texts):
      touched = [path]
      let old = text(path)
      try write(path, texts.first { $0 != old } ?? old)
    }
    log.append("\(count): \(name) \(touched.joined(separator: " "))")
    return Set(touched.map { folder.appending(path: $0).path })
  }

  private enum Change {
    case text(@Sendable (_ text: String, _ number: Int, _ other: String) -> String)
    case remove, rename, add
    case file(String, [String])
  }

  private static let changes: [(String, Change)] = [
    ("words at the end of", .text { text, number, _ in text + "\nMore words \(number).\n" }),
    (
      "words at the top of",
      .text { text, number, _ in
        text.replacingOccurrences(of: "\n\n", with: "\n\nWords \(number).\n\n")
      }
    ),
    ("a letter in", .text { text, _, _ in text.replacingOccurrences(of: "e", with: "3") }),
    ("a heading in", .text { text, number, _ in text + "\n## Heading \(number)\n" }),
    ("a link in", .text { text, _, other in text + "\n[to](\(other)) [gone](gone.md)\n" }),
    ("an anchored link in", .text { text, _, other in text + "\n[to](\(other)#more)\n" }),
    (
      "another title for",
      .text { text, number, _ in
        text.replacingOccurrences(of: "# ", with: "# New \(number) ")
      }
    ),
    (
      "front matter for",
      .text { text, number, _ in
        text.hasPrefix("---") ? "\u{FEFF}" + text : "---\ntags: [t\(number)]\n---\n" + text
      }
    ),
    (
      "a draft of",
      .text { text, _, _ in
        text.hasPrefix("---") ? text : "---\ndraft: true\n---\n" + text
      }
    ),
    (
      "an ignored finding in",
      .text { text, _, _ in
        text + "\n<!-- turnbook-ignore TB-L001 known -->\n[gone](nowhere.md)\n"
      }
    ),
    (
      "a slot in",
      .text { text, _, _ in
        text.replacingOccurrences(of: "{topic}", with: "{topic} for {reader}")
      }
    ),
    (
      "a relation of",
      .text { text, _, other in
        text.replacingOccurrences(of: "- [Start](index.md)", with: "- [Other](/\(other))")
      }
    ),
    ("what is left of", .text { _, number, _ in "# Anew \(number)\n" }),
    ("the same in", .text { text, _, _ in text }),
    ("nothing more of", .remove), ("another name for", .rename), ("a new", .add),
    (
      "the shared",
      .file(
        "content/_parts/shared.md",
        ["Other words, [b](/part/b/).\n", "Shared words, [gone](/gone/).\n"])
    ),
    ("the picture", .file("content/pictures/p.svg", ["<svg/>", "<svg ></svg>"])),
    ("the look", .file("looks/extra.css", ["p { margin: 0 }\n", "p { margin: 1em }\n"])),
    ("the footer", .file("looks/footer.mustache", ["<footer>F</footer>\n", "<footer/>\n"])),
    (
      "the configuration",
      .file(
        "turnbook.yml",
        ["name: Other\ntemplates: looks\n", "name: Edited\nurl: https://example.org/\n"])
    ),
  ]

  private struct SplitMix {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
  }
}
