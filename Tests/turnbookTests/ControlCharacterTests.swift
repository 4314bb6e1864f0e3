import Testing

@Suite("Control characters in what strangers write")
struct ControlCharacterTests {
  /// Clears a screen, sets a title, and the one character that begins such a sequence.
  private static let evil = "\u{1B}[2J\u{1B}]0;x\u{7}\u{9B}2J"

  private static let files = [
    "turnbook.yml": "name: \"Guide \\e[2J\"\nlevels: {TB-L014: error}\n",
    "content/index.md": "# Home\n\n[a](b\(evil).md) [here](a.md#\(evil)) [x](\(evil))\n",
    "content/a.md": "---\ntitle: \"T \\e[2J\"\ntags: [\"\\x9B2J\"]\nkind: page\\\n---\n\n# A\n",
    "content/b.md": "---\ntitle: \"T \\e[2J\"\nid: \"\\e[2J\"\nplatform: \"\\e[2J\"\n---\n\n# B\n",
    "content/plan.md":
      "# Plan\n\n## The Pattern\n\n**\(evil):**\n\n```text\nTurn 1: \(evil) {a \(evil)} {\n```\n\n"
      + "Example (no \(evil)):\n\n```text\nTurn 1: \(evil)\n```\n\n"
      + "```mermaid\nflowchart LR\na[\(evil) --> b\n```\n",
    "content/c\(evil).md": "# C\n\n[x](nowhere.md)\n",
    "mkdocs.yml": "site_name: \"X \\e[2J\"\nplugins: [\"\\e[2J\"]\nevil_\\e: 1\n",
  ]

  @Test(
    "no output of any command lets them command a terminal",
    arguments: [
      ["build"], ["build", "--fresh", "--timings"], ["check"], ["check", "--format", "github"],
      ["check", "--format", "json"], ["check", "--format", "junit"],
      ["check", "--format", "sarif"],
      ["check", "--format", "checkstyle"], ["check", "--fix", "--dry-run"],
      ["check", "--update-lock"], ["patterns", "content/plan.md"],
      ["patterns", "content/plan.md", "--explain"], ["patterns", "content/plan.md", "--json"],
      ["mv", "content/a.md", "content/d.md", "--dry-run"], ["migrate"], ["explain", evil],
      ["new", "page", evil], ["build", "no \(evil)"], ["--\(evil)"], [evil],
      ["check", "--format", evil], ["mv", evil, evil],
      ["build", "--output", "a.md/\(evil)"],
    ])
  func commands(words: [String]) throws {
    let guide = try Guide(Self.files)
    let run = try guide.run(words)
    #expect(!(run.output + run.errors).isEmpty)
    // JSON and XML are for programs, and hold what is beyond ASCII as it is.
    let isForPeople = !["json", "--json", "junit", "checkstyle", "sarif"].contains(words.last)
    for scalar in (run.output + run.errors).unicodeScalars {
      let isControl =
        scalar.value < 0x20 && scalar != "\n"
        || isForPeople && (0x7F..<0xA0).contains(scalar.value)
      guard isControl else { continue }
      Issue.record("U+\(String(scalar.value, radix: 16)): \(run.output) \(run.errors)")
      break
    }
  }
}
