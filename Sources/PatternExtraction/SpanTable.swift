package import Diagnostics
import Patterns

/// Turns the bytes of a page into lines and columns, for the file alone that the page is.
///
/// It remembers how many characters stand before each block of bytes: a page whose template is one
/// long line asks for thousands of columns in it.
package struct SpanTable: Sendable {
  private let path: String
  private let lines: LineTable?
  /// The characters before each run of that many bytes.
  private var counts: [Int] = []
  private static let run = 1024

  /// - Parameters:
  ///   - path: the page as findings print it.
  ///   - lines: nil where nobody asks for places.
  package init(path: String, lines: LineTable?) {
    self.path = path
    self.lines = lines
    guard let bytes = lines?.bytes else { return }
    var count = 0
    for start in stride(from: 0, through: bytes.count, by: Self.run) {
      counts.append(count)
      count += Self.characters(in: bytes, start, min(start + Self.run, bytes.count))
    }
  }

  func span(_ range: ByteRange, in file: String) -> SourceSpan? {
    guard let lines, file == path else { return nil }
    let start = position(of: range.start, lines)
    let end = position(of: range.end, lines)
    return SourceSpan(
      line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }

  private func position(of offset: Int, _ lines: LineTable) -> Position {
    let offset = min(max(0, offset), lines.bytes.count)
    var low = 0
    var high = lines.starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines.starts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = lines.starts[low]
    let before =
      offset - start <= Self.run
      ? Self.characters(in: lines.bytes, start, offset)
      : count(before: offset, lines.bytes) - count(before: start, lines.bytes)
    return Position(line: low + 1, column: before + 1)
  }

  private func count(before offset: Int, _ bytes: [UInt8]) -> Int {
    let start = offset / Self.run * Self.run
    return counts[offset / Self.run] + Self.characters(in: bytes, start, offset)
  }

  /// A character is counted where its first byte stands.
  private static func characters(in bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var count = 0
    var index = start
    while index < end {
      if bytes[index] & 0xC0 != 0x80 { count += 1 }
      index += 1
    }
    return count
  }
}
