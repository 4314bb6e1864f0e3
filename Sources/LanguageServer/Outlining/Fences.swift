/// The blocks of code between fences, by their lines: a cheap look that needs no parse.
struct Fences {
  /// From the line of the opening fence to that of the closing one, from 0.
  private(set) var all: [ClosedRange<Int>] = []

  init(_ text: TextDocument) {
    var open: (line: Int, sign: UInt8, count: Int)?
    for number in 0..<text.lineCount {
      guard let fence = Self.fence(text.bytes[text.line(number)]) else { continue }
      if let start = open {
        if fence.sign == start.sign, fence.count >= start.count, !fence.hasInfo {
          all.append(start.line...number)
          open = nil
        }
      } else {
        open = (number, fence.sign, fence.count)
      }
    }
    if let open { all.append(open.line...max(open.line, text.lineCount - 1)) }
  }

  func contain(_ line: Int) -> Bool { block(at: line) != nil }

  func block(at line: Int) -> ClosedRange<Int>? { all.first { $0.contains(line) } }

  private static func fence(
    _ line: ArraySlice<UInt8>
  ) -> (sign: UInt8, count: Int, hasInfo: Bool)? {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    guard let sign = text.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else {
      return nil
    }
    let count = text.prefix { $0 == sign }.count
    guard count >= 3 else { return nil }
    let info = text.dropFirst(count).drop { $0 == 0x20 || $0 == 0x09 }
    // Code between backticks in a line is no fence.
    if sign == UInt8(ascii: "`"), info.contains(sign) { return nil }
    return (sign, count, !info.isEmpty)
  }
}
