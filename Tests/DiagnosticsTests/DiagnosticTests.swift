import Diagnostics
import Testing

@Suite("Diagnostics as values")
struct DiagnosticTests {
  private static let code = Code("TB-X001", "an example")
  private static let later = Code("TB-X002", "an example")

  /// In the order of a report.
  private static let ordered = [
    Diagnostic(code, .note, "no file"),
    Diagnostic(later, .error, "z", path: "a.md"),
    Diagnostic(later, .error, "z", path: "a.md", range: ByteRange(0, 1)),
    Diagnostic(code, .note, "a", path: "a.md", range: ByteRange(9, 12)),
    Diagnostic(code, .note, "b", path: "a.md", range: ByteRange(9, 12)),
    Diagnostic(later, .error, "a", path: "a.md", range: ByteRange(9, 12)),
    Diagnostic(code, .note, "a", path: "a.md", range: ByteRange(10, 11)),
    Diagnostic(code, .note, "a", path: "b.md"),
  ]

  @Test("stand by file, place, code and words, whatever order they came in")
  func order() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20 {
      #expect(Self.ordered.shuffled(using: &generator).sorted() == Self.ordered)
    }
  }

  @Test("an error weighs more than a warning, a warning more than a note")
  func severities() {
    #expect(Severity.allCases.sorted() == [.note, .warning, .error])
  }

  @Test("a range never ends before it begins")
  func ranges() {
    #expect(ByteRange(5, 3) == ByteRange(5, 5))
    #expect(ByteRange(2, 6).count == 4)
    #expect(ByteRange(2, 6).indices == 2..<6)
  }
}
