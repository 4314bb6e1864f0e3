/// One start or end tag of raw HTML (CommonMark 0.30, section 6.6) on one line or several.
struct HTMLTag {
  struct Attribute {
    var name: Range<Int>
    /// The bytes between the quotes, or the bare value; nil for an attribute without one.
    var value: Range<Int>?
    /// Name, equals sign, quotes and value.
    var whole: Range<Int>
  }

  var isEnd: Bool
  var name: Range<Int>
  var attributes: [Attribute]
  /// The offset after `>`.
  var end: Int

  /// Reads the tag that begins with the `<` at `start`; nil when the text is no complete tag.
  init?(_ bytes: some BytesAtOffsets, _ start: Int, _ end: Int) {
    guard start + 1 < end, bytes[start] == UInt8(ascii: "<") else { return nil }
    isEnd = bytes[start + 1] == UInt8(ascii: "/")
    var index = isEnd ? start + 2 : start + 1
    let nameStart = index
    while index < end, Self.isNameByte(bytes[index], first: index == nameStart) { index += 1 }
    guard index > nameStart else { return nil }
    name = nameStart..<index
    attributes = []
    while true {
      let before = index
      while index < end, Self.isSpace(bytes[index]) { index += 1 }
      guard index < end else { return nil }
      if bytes[index] == UInt8(ascii: ">") {
        self.end = index + 1
        return
      }
      if bytes[index] == UInt8(ascii: "/"), !isEnd {
        guard index + 1 < end, bytes[index + 1] == UInt8(ascii: ">") else { return nil }
        self.end = index + 2
        return
      }
      guard !isEnd, index > before,
        let attribute = Self.attribute(bytes, index, end)
      else { return nil }
      attributes.append(attribute)
      index = attribute.whole.upperBound
    }
  }

  /// Where the tag at `start` ends, or nil when it is none.
  static func end(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    HTMLTag(bytes, start, end)?.end
  }

  private static func attribute(
    _ bytes: some BytesAtOffsets, _ start: Int, _ end: Int
  ) -> Attribute? {
    var index = start
    while index < end, isAttributeNameByte(bytes[index], first: index == start) { index += 1 }
    guard index > start else { return nil }
    let name = start..<index
    var afterSpace = index
    while afterSpace < end, isSpace(bytes[afterSpace]) { afterSpace += 1 }
    guard afterSpace < end, bytes[afterSpace] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: nil, whole: name)
    }
    index = afterSpace + 1
    while index < end, isSpace(bytes[index]) { index += 1 }
    guard index < end else { return nil }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let valueStart = index + 1
      index = valueStart
      while index < end, bytes[index] != quote { index += 1 }
      guard index < end else { return nil }
      return Attribute(name: name, value: valueStart..<index, whole: start..<index + 1)
    }
    let valueStart = index
    while index < end, !isSpace(bytes[index]), !isForbiddenInBareValue(bytes[index]) { index += 1 }
    guard index > valueStart else { return nil }
    return Attribute(name: name, value: valueStart..<index, whole: start..<index)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isNameByte(_ byte: UInt8, first: Bool) -> Bool {
    HTMLBlockSyntax.isLetter(byte)
      || (!first && ((0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")))
  }

  private static func isAttributeNameByte(_ byte: UInt8, first: Bool) -> Bool {
    HTMLBlockSyntax.isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      || (!first
        && ((0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")))
  }

  private static func isForbiddenInBareValue(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "`"):
      true
    default: false
    }
  }
}

/// Bytes that are read by their offset from the first: an array, or memory lent by libcmark.
protocol BytesAtOffsets: RandomAccessCollection where Element == UInt8, Index == Int {}

extension [UInt8]: BytesAtOffsets {}
extension UnsafeBufferPointer<UInt8>: BytesAtOffsets {}
