import ByteText
import Diagnostics
import Reporting
import Testing

@Suite("Reports")
struct ReportTests {
  private let code = Code("TB-S001", "a test may report anything")

  @Test("findings are sorted by file, place and words, whatever order they come in")
  func sorted() {
    let diagnostics = [
      Diagnostic(code, .error, "general"),
      Diagnostic(code, .error, "whole", path: "a.md"),
      Diagnostic(code, .error, "early", path: "a.md", range: ByteRange(2, 3)),
      Diagnostic(code, .error, "late", path: "a.md", range: ByteRange(10, 11)),
      Diagnostic(code, .error, "other", path: "b.md", range: ByteRange(0, 1)),
    ]
    #expect(Report(diagnostics.reversed()).diagnostics == diagnostics)
  }

  @Test("equal findings are reported once, though others stand between them")
  func unique() {
    let one = Diagnostic(code, .error, "same", path: "a.md", range: ByteRange(2, 3))
    var other = one
    other.notes = ["but with a note"]
    #expect(Report([one, other, one, other, one]).diagnostics == [one, other])
  }

  @Test("the summary counts each severity in words")
  func summary() {
    let error = Diagnostic(code, .error, "e")
    let otherError = Diagnostic(code, .error, "f")
    let warning = Diagnostic(code, .warning, "w")
    let note = Diagnostic(code, .note, "n")
    #expect(Report([]).summary == "no problems")
    #expect(Report([warning, error, otherError]).summary == "2 errors, 1 warning")
    #expect(Report([note, note, error]).summary == "1 error, 1 note")
    #expect(Report([warning, error, otherError]).count(of: .error) == 2)
  }

  @Test("each file is read once, however many findings it has", arguments: ReportFormat.allCases)
  func readOnce(_ format: ReportFormat) {
    let diagnostics = ["b.md", "a.md"].flatMap { path in
      (0..<3).map { Diagnostic(code, .error, "m", path: path, range: ByteRange($0, $0 + 1)) }
    }
    var read: [String] = []
    var output = ByteBuffer()
    Report(diagnostics).write(as: format, into: &output) { path in
      read.append(path)
      return Array("text".utf8)
    }
    #expect(read == ["a.md", "b.md"])
  }

  @Test("so is one that findings of other files refer to", arguments: ReportFormat.allCases)
  func placesReadOnce(_ format: ReportFormat) {
    let diagnostics = ["a.md", "b.md", "c.md"].map { path in
      Diagnostic(
        code, .error, "m", path: path, range: ByteRange(0, 1),
        places: ["c.md", "a.md", "d.md"].map {
          Diagnostic.Place("like here", path: $0, range: ByteRange(0, 1))
        })
    }
    var read: [String] = []
    var output = ByteBuffer()
    Report(diagnostics).write(as: format, into: &output) { path in
      read.append(path)
      return Array("text".utf8)
    }
    #expect(read.sorted() == ["a.md", "b.md", "c.md", "d.md"])
  }
}
