import ByteText

/// One line of a page's source, as byte offsets. Lines end with LF, CR LF or CR.
struct PageLine {
  let start: Int
  /// The end of the text, before the line ending.
  let end: Int
  /// The start of the following line.
  let next: Int

  init(in source: Span<UInt8>, from start: Int) {
    var index = source.withUnsafeBufferPointer {
      ByteScan.lineEnd(in: $0, from: start, to: $0.count)
    }
    self.start = start
    end = index
    if index + 1 < source.count, source[index] == 0x0D, source[index + 1] == 0x0A { index += 1 }
    next = min(index + 1, source.count)
  }

  /// Whether the line is the sign three times, and white space after it at most.
  func isMark(_ sign: UInt8, in source: Span<UInt8>) -> Bool {
    guard end - start >= 3 else { return false }
    for index in start..<start + 3 where source[index] != sign { return false }
    return isBlank(in: source, from: start + 3)
  }

  func isBlank(in source: Span<UInt8>, from first: Int? = nil) -> Bool {
    for index in (first ?? start)..<end where source[index] != 0x20 && source[index] != 0x09 {
      return false
    }
    return true
  }

  func isComment(in source: Span<UInt8>) -> Bool {
    start < end && source[start] == UInt8(ascii: "#")
  }

  /// Whether the line begins with a word and a colon, as YAML's keys do and a sentence rarely does.
  func beginsWithKey(in source: Span<UInt8>) -> Bool {
    var index = start
    while index < end, Self.isWordByte(source[index]) { index += 1 }
    guard index > start, index < end, source[index] == UInt8(ascii: ":") else { return false }
    return index + 1 == end || source[index + 1] == 0x20 || source[index + 1] == 0x09
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "\""), UInt8(ascii: "'"), 0x80...:
      true
    default: false
    }
  }
}
