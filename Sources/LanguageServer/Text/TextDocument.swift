package import Diagnostics

/// A text that is edited, with positions as an editor counts them.
///
/// Lines end with LF, CR LF or CR. A position past the end of its line is the line's end, one past
/// the last line the end of the text, and one within a character the character's beginning.
package struct TextDocument: Sendable {
  package private(set) var bytes: [UInt8]
  package let encoding: PositionEncoding
  /// Where each line begins.
  private var starts: [Int] = []
  /// Bytes of a mark at the beginning that an editor does not show.
  private var hidden = 0

  package init(_ text: String, encoding: PositionEncoding) {
    bytes = Array(text.utf8)
    self.encoding = encoding
    starts = LineTable(bytes).starts
  }

  /// The text of a file that no editor has opened. Its byte order mark counts for no character.
  package init(file bytes: [UInt8], encoding: PositionEncoding) {
    self.bytes = bytes
    self.encoding = encoding
    starts = LineTable(bytes).starts
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { hidden = 3 }
  }

  package var lineCount: Int { starts.count }

  /// The bytes of a line from 0, without its ending.
  package func line(_ number: Int) -> Range<Int> {
    guard starts.indices.contains(number) else { return bytes.count..<bytes.count }
    var end = number + 1 < starts.count ? starts[number + 1] : bytes.count
    let start = starts[number]
    if number + 1 < starts.count {
      if end > start, bytes[end - 1] == 0x0A { end -= 1 }
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    }
    return start..<end
  }

  /// The line, from 0, that a byte is on.
  package func lineNumber(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  package func offset(of position: TextPosition) -> Int {
    guard position.line < starts.count else { return bytes.count }
    let line = line(position.line)
    var left = position.character
    var index = line.lowerBound + (line.lowerBound == 0 ? hidden : 0)
    while index < line.upperBound {
      var next = index + 1
      while next < line.upperBound, bytes[next] & 0xC0 == 0x80 { next += 1 }
      let units = bytes[index..<next].reduce(0) { $0 + encoding.units(of: $1) }
      guard left >= units, left > 0 else { break }
      left -= units
      index = next
    }
    return min(index, line.upperBound)
  }

  package func position(of offset: Int) -> TextPosition {
    let number = lineNumber(of: min(max(0, offset), bytes.count))
    let line = line(number)
    let end = min(max(offset, line.lowerBound), line.upperBound)
    let start = min(end, line.lowerBound + (line.lowerBound == 0 ? hidden : 0))
    let units = bytes[start..<end].reduce(0) { $0 + encoding.units(of: $1) }
    return TextPosition(line: number, character: units)
  }

  /// The bytes between two positions, whichever comes first.
  package func range(from start: TextPosition, to end: TextPosition) -> ByteRange {
    let (first, last) = (offset(of: min(start, end)), offset(of: max(start, end)))
    return ByteRange(first, last)
  }

  /// Puts a text in the place of some bytes.
  package mutating func replace(_ range: ByteRange, with text: String) {
    bytes.replaceSubrange(range.indices.clamped(to: bytes.indices), with: Array(text.utf8))
    starts = LineTable(bytes).starts
  }

  package func text(in range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
  }
}
