/// The lines of a file whose bytes are only lent. Used when a diagnostic is made, so nothing is
/// computed ahead.
struct SourceLines {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The number, from 1, of the line that holds the byte at `offset`. Lines end with LF, CR LF or
  /// CR.
  func number(of offset: Int) -> Int {
    var number = 1
    var index = 0
    while index < min(offset, bytes.count) {
      if bytes[index] == 0x0A { number += 1 }
      if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] != 0x0A { number += 1 }
      index += 1
    }
    return number
  }

  /// The bytes of the line that holds `offset`, without its ending.
  func range(around offset: Int) -> Range<Int> {
    let offset = min(max(0, offset), bytes.count)
    var start = offset
    while start > 0, !isBreak(start - 1) { start -= 1 }
    var end = offset
    while end < bytes.count, !isBreak(end) { end += 1 }
    return start..<end
  }

  /// The start of the first line after the one at `offset` that looks like a key of the outermost
  /// mapping.
  func nextKey(after offset: Int, before end: Int) -> Int? {
    var line = range(around: offset)
    while line.upperBound < end {
      var start = line.upperBound + 1
      if bytes[start - 1] == 0x0D, start < end, bytes[start] == 0x0A { start += 1 }
      guard start < end else { return nil }
      line = range(around: start)
      let word = bytes[line].prefix { $0 > 0x20 && $0 != UInt8(ascii: ":") }
      let isKey = word.first != UInt8(ascii: "#") && word.first != UInt8(ascii: "-")
      if !word.isEmpty, isKey, word.endIndex < line.upperBound,
        bytes[word.endIndex] == UInt8(ascii: ":")
      {
        return start
      }
    }
    return nil
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  private func isBreak(_ index: Int) -> Bool { bytes[index] == 0x0A || bytes[index] == 0x0D }
}
