import Diagnostics
import Reporting
import Testing

@Suite("Places and fixes in reports for people")
struct TextPlacesTests {
  private static let code = Code("TB-M010", "a name is defined once")

  @Test("another place has its own note, its line and marks")
  func places() {
    #expect(
      SampleReport.written([SampleReport.second], as: .text) == """
        content/b c,d:100%.md:3:1: warning: [x](y) is defined again [TB-M010]
            3 | [x]: b.md
              | ^^^^^^^^^
           note: it is defined first at content/b c,d:100%.md:1:3
            1 | é [x]: a.md
              |   ---------
           help: remove one

        """)
  }

  @Test("another place in a file that cannot be read is named only")
  func unreadablePlace() {
    #expect(
      SampleReport.written([SampleReport.unreadable], as: .text) == """
        /gone/z.md: warning: not read [TB-M010]
           note: like here at ../gone.md

        """)
  }

  @Test("a fix that the help does not tell is shown with what it would write")
  func fix() {
    #expect(
      SampleReport.written([SampleReport.missing], as: .text) == """
        content/a.md:3:11: error: there is no page "few-shoot.md" [TB-L001]
            3 | See [few](few-shoot.md), then go.
              |           ^^^^^^^^^^^^
           note: the folder has 3 pages
           help: write "few-shot.md"
            3 + See [few](few-shot.md), then go.

        """)
  }

  @Test(
    "a fix that the help tells is not told again",
    arguments: [#"did you mean "few-shot.md"?"#, #"write "few-shot.md" instead"#])
  func told(help: String) {
    var diagnostic = SampleReport.missing
    diagnostic.help = help
    let text = SampleReport.written([diagnostic], as: .text)
    #expect(text.hasSuffix("   help: \(help)\n"))
    #expect(!text.contains(" + "))
  }

  struct Preview: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let source: String
    let edits: [Edit]
    let shown: String

    init(_ name: String, _ source: String, _ edits: [(Int, Int, String)], _ shown: String) {
      testDescription = name
      self.source = source
      self.edits = edits.map {
        Edit(path: "a.md", range: ByteRange($0.0, $0.1), replacement: $0.2)
      }
      self.shown = shown
    }
  }

  @Test(
    "what a fix would write is shown line by line",
    arguments: [
      Preview("a change", "one\ntwo\n", [(4, 7, "2")], "    2 + 2\n"),
      Preview("a line put in", "one\ntwo\n", [(4, 4, "new\n")], "    2 + new\n"),
      Preview("a line at the end", "one\ntwo", [(7, 7, "\nthree")], "    2 + two\n    3 + three\n"),
      Preview("an empty line put in", "one\ntwo\n", [(4, 4, "\n")], "    2 +\n"),
      Preview("a line taken away", "one\ntwo\nthree\n", [(4, 8, "")], "    2 - two\n"),
      Preview("two lines made one", "one\ntwo\n", [(3, 4, " ")], "    1 + one two\n"),
      Preview(
        "two places, numbered as they will be", "a\nb\nc\nd\n", [(0, 0, "new\n"), (6, 7, "D")],
        "    1 + new\n    5 + D\n"),
      Preview("Windows line endings", "one\r\ntwo\r\n", [(5, 8, "2")], "    2 + 2\n"),
      Preview("what a terminal obeys", "one\n", [(0, 3, "\u{1B}[2J")], "    1 + ␛[2J\n"),
      Preview(
        "many lines", "x\n", [(0, 1, "1\n2\n3\n4\n5\n6\n7")],
        "    1 + 1\n    2 + 2\n    3 + 3\n    4 + 4\n    5 + 5\n    6 + 6\n  ...\n"),
      Preview("nothing new", "one\n", [(0, 3, "one")], ""),
    ])
  func preview(_ example: Preview) {
    let fix = Fix("mend it", example.edits, isSafe: false)
    let diagnostic = Diagnostic(Self.code, .error, "m", path: "a.md", fix: fix)
    let files = ["a.md": example.source]
    let text = SampleReport.written([diagnostic], as: .text, files: files)
    #expect(text == "a.md: error: m [TB-M010]\n   help: mend it\n" + example.shown)
  }

  @Test("a preview of a very long line shows the part that changes")
  func longPreview() {
    let long = String(repeating: "x", count: 5000)
    let edit = Edit(path: "a.md", range: ByteRange(5000, 5001), replacement: "NEW")
    let diagnostic = Diagnostic(
      Self.code, .error, "m", path: "a.md", fix: Fix("mend it", [edit], isSafe: true))
    let text = SampleReport.written([diagnostic], as: .text, files: ["a.md": long + "!" + long])
    let shown = "…" + String(long.prefix(30)) + "NEW" + String(long.prefix(65)) + "…"
    #expect(text.hasSuffix("\n    1 + \(shown)\n"))
  }

  @Test(
    "a place of several lines is marked on each, of many on the first and the last",
    arguments: [
      ("a ⟦bc\nnext⟧ x", "    1 | a bc\n      |   ^^\n    2 | next x\n      | ^^^^\n"),
      ("⟦bc\n\n  x⟧", "    1 | bc\n      | ^^\n    2 |\n    3 |   x\n      |   ^\n"),
      ("⟦a\nb\nc\nd⟧", "    1 | a\n      | ^\n  ...\n    4 | d\n      | ^\n"),
      ("⟦a\nb\n⟧c", "    1 | a\n      | ^\n    2 | b\n      | ^\n"),
      ("⟦a\r\n\r\n⟧", "    1 | a\n      | ^\n"),
      ("a⟦\n⟧b", "    1 | a\n      |  ^\n"),
      ("a⟦\nb⟧", "    1 | a\n      |  ^\n    2 | b\n      | ^\n"),
    ])
  func severalLines(marked: String, shown: String) {
    let parts = marked.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "⟦" || $0 == "⟧" }
    ).map { String($0) }
    let start = parts[0].utf8.count
    let range = ByteRange(start, start + parts[1].utf8.count)
    let diagnostic = Diagnostic(Self.code, .error, "m", path: "a.md", range: range)
    let text = SampleReport.written([diagnostic], as: .text, files: ["a.md": parts.joined()])
    #expect(text.split(separator: "\n", maxSplits: 1).last.map(String.init) == shown)
  }

  @Test("colours leave the words as they are")
  func color() {
    let plain = SampleReport.written(as: .text)
    let colored = SampleReport.written(as: .text, color: true)
    #expect(!plain.contains("\u{1B}"))
    #expect(colored.contains("\u{1B}[36m---------\u{1B}[0m"))
    #expect(colored.contains("\u{1B}[32mSee [few](few-shot.md), then go.\u{1B}[0m"))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }
}
