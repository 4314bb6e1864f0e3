import Diagnostics

/// The text of a heading in its source, without its marks and its attribute list.
enum HeadingText {
  /// - Parameter heading: the heading's lines; its text is on the first.
  static func range(_ heading: ByteRange, in text: TextDocument) -> ByteRange {
    let line = text.line(text.lineNumber(of: heading.start))
    let bytes = text.bytes
    var start = max(line.lowerBound, heading.start)
    var end = line.upperBound
    while start < end, isSpace(bytes[start]) || bytes[start] == UInt8(ascii: ">") { start += 1 }
    let marks = bytes[start..<end].prefix { $0 == UInt8(ascii: "#") }.count
    start += marks
    while start < end, isSpace(bytes[start]) { start += 1 }
    trim(&end, from: start, bytes)
    if end > start, bytes[end - 1] == UInt8(ascii: "}"),
      let open = bytes[start..<end].lastIndex(of: UInt8(ascii: "{")), open > start,
      isSpace(bytes[open - 1])
    {
      end = open
      trim(&end, from: start, bytes)
    }
    if marks > 0 {
      let closing = bytes[start..<end].reversed().prefix { $0 == UInt8(ascii: "#") }.count
      if closing > 0, end - closing > start, isSpace(bytes[end - closing - 1]) {
        end -= closing
        trim(&end, from: start, bytes)
      }
    }
    return ByteRange(start, end)
  }

  private static func trim(_ end: inout Int, from start: Int, _ bytes: [UInt8]) {
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
