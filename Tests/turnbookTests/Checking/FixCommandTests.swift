import Foundation
import Testing

@Suite("turnbook check --fix")
struct FixCommandTests {
  /// Each file as it is, and as it must be once what is safe was mended.
  private static let files: [String: (before: String, after: String)] = [
    "turnbook.yml": (
      "# mine\nname:   The guide\nnavigation:\n  - index.md # first\n  - Marked: Crlf.md\n"
        + "  - few-shot.md\n  - mixed.md\n",
      "# mine\nname:   The guide\nnavigation:\n  - index.md # first\n  - Marked: crlf.md\n"
        + "  - few-shot.md\n  - mixed.md\n"
    ),
    "content/index.md": (
      "# Home\n\n[a](Few-Shot.md#part)  [b](few-shot.html) `[c](Few-Shot.md)`\t\n\n\n"
        + "[d](few-shots.md) ![e](Turns.PNG)\n\n[r]: few-shot 'T'\n\n[f][r]",
      "# Home\n\n[a](few-shot.md#part)  [b](few-shot.md) `[c](Few-Shot.md)`\t\n\n\n"
        + "[d](few-shots.md) ![e](turns.png)\n\n[r]: few-shot.md 'T'\n\n[f][r]"
    ),
    "content/crlf.md": (
      "\u{FEFF}---\r\ntitle: Marked\r\nrelated:\r\n  - Few-Shot.md\r\n---\r\n\r\n"
        + "Über [x](Few-Shot.md)\r\n\r\n| a |\r\n|---|\r\n| [y](few-shot) |\r\n\r\nlast",
      "\u{FEFF}---\r\ntitle: Marked\r\nrelated:\r\n  - few-shot.md\r\n---\r\n\r\n"
        + "Über [x](few-shot.md)\r\n\r\n| a |\r\n|---|\r\n| [y](few-shot.md) |\r\n\r\nlast"
    ),
    "content/mixed.md": (
      "# Mixed\r\n\n<a href='./Few-Shot.md'>x</a>\r\n\n[y](few-shot.md#Part)\n",
      "# Mixed\r\n\n<a href='./few-shot.md'>x</a>\r\n\n[y](few-shot.md#part)\n"
    ),
    "content/few-shot.md": ("# Few-shot\n\n## Part\n", "# Few-shot\n\n## Part\n"),
    "content/turns.png": ("PNG", "PNG"),
  ]

  private func guide() throws -> Guide { try Guide(Self.files.mapValues(\.before)) }

  private func texts(of guide: Guide) throws -> [String: String] {
    try guide.tree(".").mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test("writes what is safe and not a byte more, whatever the ends of lines are")
  func fixes() throws {
    let guide = try guide()
    let run = try guide.run("check", "--fix")
    #expect(try texts(of: guide) == Self.files.mapValues(\.after))
    #expect(run.errors.contains("Mended 10 findings in 4 files\n"), "\(run.errors)")
    #expect(run.codes == ["TB-L001"], "what is left is told")
    #expect(run.status == 1)
  }

  @Test("changes nothing the second time, and touches no file")
  func twice() throws {
    let guide = try guide()
    try guide.run("check", "--fix")
    let before = try Self.files.keys.map { try guide.inode($0) }
    let again = try guide.run("check", "--fix")
    #expect(try texts(of: guide) == Self.files.mapValues(\.after))
    #expect(try Self.files.keys.map { try guide.inode($0) } == before)
    #expect(again.errors.contains("Nothing can be mended without you\n"), "\(again.errors)")
    #expect(again.codes == ["TB-L001"])
  }

  @Test("--dry-run prints the diff of what --fix does, and writes nothing")
  func rehearsal() throws {
    let guide = try guide()
    let run = try guide.run("check", "--fix", "--dry-run")
    #expect(try texts(of: guide) == Self.files.mapValues(\.before))
    #expect(run.errors.contains("Would mend 10 findings in 4 files"), "\(run.errors)")
    #expect(run.status == 1)
    try guide.write("../mend.diff", run.output)
    let outcome = try Workshop.bash(
      "git apply --check ../mend.diff && git apply ../mend.diff", in: guide.folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try texts(of: guide) == Self.files.mapValues(\.after))
    let nothing = try guide.run("check", "--fix", "--dry-run", "--quiet")
    #expect(nothing.output.isEmpty && nothing.errors.isEmpty, "\(nothing.output)")
  }

  @Test("a diff for a guide in another folder applies where the program ran")
  func otherFolder() throws {
    let guide = try Guide(
      Dictionary(uniqueKeysWithValues: Self.files.map { ("book/" + $0, $1.before) }))
    let run = try guide.run("check", "--fix", "--dry-run", "book")
    try guide.write("../mend.diff", run.output)
    #expect(try Workshop.bash("git apply ../mend.diff", in: guide.folder).status == 0)
    let wanted = Self.files.map { ("book/" + $0, $1.after) }
    #expect(try texts(of: guide) == Dictionary(uniqueKeysWithValues: wanted))
  }

  @Test("what a comment or the configuration silences is left as it is")
  func silenced() throws {
    let page =
      "# Home\n\n[a](Few-Shot.md) <!-- turnbook-ignore TB-L006 it is made later -->\n\n[b](few-shot)\n"
    let files = [
      "turnbook.yml": "check:\n  rules:\n    TB-L003: off\n", "content/index.md": page,
      "content/few-shot.md": "# Few-shot\n",
    ]
    let guide = try Guide(files)
    #expect(try guide.run("check", "--fix").findings == [])
    #expect(try texts(of: guide) == files)
  }

  @Test("a page that is a link to another file is not written through")
  func symbolicLinks() throws {
    let guide = try Guide([
      "turnbook.yml": "name: G\n", "content/few-shot.md": "# Few-shot\n",
      "content/index.md": "# Home\n\n[x](Few-Shot.md)\n",
    ])
    try guide.makeLink("content/alias.md", to: "index.md")
    try guide.run("check", "--fix")
    #expect(guide.text("content/index.md") == "# Home\n\n[x](few-shot.md)\n")
    #expect(guide.text("content/alias.md") == "# Home\n\n[x](few-shot.md)\n")
    let type =
      try FileManager.default.attributesOfItem(
        atPath: guide.at("content/alias.md").path)[.type] as? FileAttributeType
    #expect(type == .typeSymbolicLink)
  }

  @Test("what a snippet holds is not mended for the sake of one page")
  func snippets() throws {
    let files = [
      "turnbook.yml": "name: G\nexclude: [parts/**]\n", "content/few-shot.md": "# Few-shot\n",
      "content/index.md": "# Home\n\n--8<-- \"parts/a.md\"\n",
      "content/parts/a.md": "[x](Few-Shot.md)\n",
    ]
    let guide = try Guide(files)
    let run = try guide.run("check", "--fix")
    #expect(run.findings.map { String($0.prefix(22)) } == ["content/parts/a.md:1:5"])
    #expect(try texts(of: guide) == files)
  }
}
