/// Escapes in strings, as most languages write them.
extension Painter {
  /// The end of the escape whose first byte after the backslash stands at `mark`. Never parts a
  /// UTF-8 sequence.
  func escapeEnd(from mark: Int) -> Int {
    guard mark < end else { return end }
    let byte = bytes[mark]
    switch byte {
    case UInt8(ascii: "x"): return hexEnd(from: mark &+ 1, atMost: 2)
    case UInt8(ascii: "U"): return hexEnd(from: mark &+ 1, atMost: 8)
    case UInt8(ascii: "u"):
      guard self.byte(at: mark &+ 1) == .openBrace else {
        return hexEnd(from: mark &+ 1, atMost: 4)
      }
      let close = hexEnd(from: mark &+ 2, atMost: 8)
      return self.byte(at: close) == .closeBrace ? close &+ 1 : mark &+ 1
    case UInt8(ascii: "N") where self.byte(at: mark &+ 1) == .openBrace:
      let close = index(of: .closeBrace, from: mark, upTo: mark &+ 80)
      return close.map { $0 &+ 1 } ?? mark &+ 1
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var index = mark &+ 1
      while index < min(end, mark &+ 3), bytes[index].isDigit { index &+= 1 }
      return index
    default:
      return byte == .newline || byte >= 0x80 ? mark : mark &+ 1
    }
  }

  private func hexEnd(from start: Int, atMost limit: Int) -> Int {
    var index = start
    while index < min(end, start &+ limit), bytes[index].isHexDigit { index &+= 1 }
    return index
  }
}
