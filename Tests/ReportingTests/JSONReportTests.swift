import ByteText
import Diagnostics
import JSON
import Reporting
import Testing

@Suite("Reports for programs")
struct JSONReportTests {
  private let code = Code("TB-L003", "an anchor exists")

  @Test("every fact of a finding has its key, what is not known is null")
  func whole() {
    let placed = Diagnostic(
      code, .warning, "no such anchor", path: "a.md", range: ByteRange(3, 8),
      notes: ["it is on another page"],
      places: [Diagnostic.Place("like here", path: "b.md", range: ByteRange(0, 2))],
      help: "link to b.md",
      fix: Fix(
        "link to b.md", [Edit(path: "a.md", range: ByteRange(3, 5), replacement: "b.md")],
        isSafe: true))
    let unplaced = Diagnostic(code, .error, "no file")
    #expect(
      write([placed, unplaced]) { _ in Array("é\nab\ncd".utf8) } == """
        {
          "version": 1,
          "diagnostics": [
            {
              "code": "TB-L003",
              "severity": "error",
              "message": "no file",
              "path": null,
              "line": null,
              "column": null,
              "end_line": null,
              "end_column": null,
              "notes": [],
              "help": null,
              "places": [],
              "fix": null
            },
            {
              "code": "TB-L003",
              "severity": "warning",
              "message": "no such anchor",
              "path": "a.md",
              "line": 2,
              "column": 1,
              "end_line": 3,
              "end_column": 3,
              "notes": [
                "it is on another page"
              ],
              "help": "link to b.md",
              "places": [
                {
                  "label": "like here",
                  "path": "b.md",
                  "line": 1,
                  "column": 1,
                  "end_line": 1,
                  "end_column": 2
                }
              ],
              "fix": {
                "title": "link to b.md",
                "is_safe": true,
                "edits": [
                  {
                    "path": "a.md",
                    "line": 2,
                    "column": 1,
                    "end_line": 2,
                    "end_column": 3,
                    "replacement": "b.md"
                  }
                ]
              }
            }
          ],
          "counts": {
            "errors": 1,
            "warnings": 1,
            "notes": 0
          }
        }

        """)
  }

  @Test("a report without findings is whole too")
  func empty() throws {
    let value = try JSONValue(parsing: Array(write([]) { _ in nil }.utf8))
    #expect(
      value == [
        "version": 1, "diagnostics": [], "counts": ["errors": 0, "warnings": 0, "notes": 0],
      ])
  }

  @Test("control characters in words come through as JSON escapes")
  func controls() throws {
    let diagnostic = Diagnostic(code, .error, "bad \u{1B}[2J")
    let written = write([diagnostic]) { _ in nil }
    #expect(!written.contains("\u{1B}"))
    let value = try JSONValue(parsing: Array(written.utf8))
    #expect(value["diagnostics"]?[0]?["message"]?.string == "bad \u{1B}[2J")
  }

  @Test("the place in a file that cannot be read is null")
  func unreadable() throws {
    let diagnostic = Diagnostic(code, .error, "m", path: "gone.md", range: ByteRange(3, 5))
    let value = try JSONValue(parsing: Array(write([diagnostic]) { _ in nil }.utf8))
    #expect(value["diagnostics"]?[0]?["path"]?.string == "gone.md")
    #expect(value["diagnostics"]?[0]?["line"]?.isNull == true)
  }

  private func write(_ diagnostics: [Diagnostic], source: (String) -> [UInt8]?) -> String {
    var output = ByteBuffer()
    Report(diagnostics).write(as: .json, color: true, into: &output, source: source)
    return String(decoding: output.array, as: UTF8.self)
  }
}
