import Diagnostics

/// A heading as it stands in the source: its words, and the attribute list behind them.
struct HeadingText {
  /// The words, without marks, closing number signs and attributes.
  let words: ByteRange
  /// The attribute list with its braces.
  let attributes: ByteRange?
  /// Where an attribute list can be put.
  let end: Int
  private let bytes: [UInt8]

  /// - Parameter block: the bytes of the heading as a block, of which the start counts; nil is
  ///   returned where its words do not stand on one line.
  init?(_ block: ByteRange, in bytes: [UInt8]) {
    self.bytes = bytes
    let sign = UInt8(ascii: "#")
    var start = block.start
    let isBreak = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    let lineEnd = bytes[start...].firstIndex(where: isBreak) ?? bytes.count
    // Marks of the containers around it come first.
    let marks = bytes[start..<lineEnd].firstIndex { $0 == sign } ?? lineEnd
    let isMarked = bytes[start..<marks].allSatisfy { byte in
      byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">")
    }
    var hasSigns = false
    if isMarked, marks < lineEnd {
      start = marks
      while start < lineEnd, bytes[start] == sign { start += 1 }
      hasSigns = start == lineEnd || bytes[start] == 0x20 || bytes[start] == 0x09
    }
    if !hasSigns {
      // With a line of dashes or equals signs below it.
      let rest = bytes[lineEnd...].drop(while: isBreak)
      let below = rest.prefix { !isBreak($0) }
      guard below.contains(where: { "=-".utf8.contains($0) }),
        below.allSatisfy({ "=- \t>".utf8.contains($0) })
      else { return nil }
      start = block.start
    }
    while start < lineEnd, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    var end = Self.trimmed(lineEnd, from: start, bytes)
    self.end = end
    var attributes: ByteRange?
    if end > start, bytes[end - 1] == UInt8(ascii: "}"),
      let open = bytes[start..<end].lastIndex(of: UInt8(ascii: "{")),
      bytes[(open + 1)..<end].contains(where: { "#.:=".utf8.contains($0) })
    {
      attributes = ByteRange(open, end)
      end = Self.trimmed(open, from: start, bytes)
    }
    self.attributes = attributes
    if hasSigns {
      var close = end
      while close > start, bytes[close - 1] == sign { close -= 1 }
      if close < end, close > start, bytes[close - 1] == 0x20 {
        end = Self.trimmed(close, from: start, bytes)
      }
    }
    guard end > start else { return nil }
    words = ByteRange(start, end)
  }

  var text: String { String(decoding: bytes[words.indices], as: UTF8.self) }

  /// The attribute list with the spaces before it, where it says nothing but an id.
  func attributes(only id: String) -> ByteRange? {
    guard let attributes else { return nil }
    let inside = bytes[(attributes.start + 1)..<(attributes.end - 1)]
    let said = inside.drop { $0 == UInt8(ascii: ":") || $0 == 0x20 }
      .prefix { $0 != 0x20 }
    guard said.elementsEqual(("#" + id).utf8),
      inside.suffix(from: said.endIndex).allSatisfy({ $0 == 0x20 })
    else { return nil }
    var start = attributes.start
    while start > words.end, bytes[start - 1] == 0x20 { start -= 1 }
    return ByteRange(start, attributes.end)
  }

  private static func trimmed(_ end: Int, from start: Int, _ bytes: [UInt8]) -> Int {
    var end = end
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return end
  }
}
