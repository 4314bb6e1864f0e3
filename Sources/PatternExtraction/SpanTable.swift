package import Diagnostics
import Patterns

/// Turns the bytes of a page into lines and columns, for the file alone that the page is.
package struct SpanTable: Sendable {
  private let path: String
  private let lines: LineTable?

  /// - Parameters:
  ///   - path: the page as findings print it.
  ///   - lines: nil where nobody asks for places.
  package init(path: String, lines: LineTable?) {
    self.path = path
    self.lines = lines
  }

  func span(_ range: ByteRange, in file: String) -> SourceSpan? {
    guard let lines, file == path else { return nil }
    let start = lines.position(of: range.start)
    let end = lines.position(of: range.end)
    return SourceSpan(
      line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }
}
