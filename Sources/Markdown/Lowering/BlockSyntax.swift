/// How a line of CommonMark 0.30 begins a block: just enough of chapters 4 and 5 to know where the
/// dialect applies. Every function looks at `bytes[start..<end]`, where `start` is the first byte
/// after white space.
enum BlockSyntax {
  /// An opening code fence: its character, length, and where the info string begins.
  static func fence(
    _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> (byte: UInt8, count: Int, info: Int)? {
    guard start < end else { return nil }
    let byte = bytes[start]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    var index = start
    while index < end, bytes[index] == byte { index += 1 }
    guard index - start >= 3 else { return nil }
    if byte == UInt8(ascii: "`"), bytes[index..<end].contains(byte) { return nil }
    return (byte, index - start, index)
  }

  /// Whether the line closes a fence of `count` times `byte`.
  static func closesFence(
    _ bytes: [UInt8], _ start: Int, _ end: Int, byte: UInt8, count: Int
  ) -> Bool {
    var index = start
    while index < end, bytes[index] == byte { index += 1 }
    return index - start >= count && isBlank(bytes, index, end)
  }

  static func isBlank(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end {
      guard bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t") else {
        return false
      }
      index += 1
    }
    return true
  }

  static func isThematicBreak(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    let byte = bytes[start]
    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
    else { return false }
    var count = 0
    for index in start..<end {
      if bytes[index] == byte {
        count += 1
      } else if bytes[index] != UInt8(ascii: " "), bytes[index] != UInt8(ascii: "\t") {
        return false
      }
    }
    return count >= 3
  }

  static func isHeading(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end, bytes[index] == UInt8(ascii: "#") { index += 1 }
    guard (1...6).contains(index - start) else { return false }
    return index == end || bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\t")
  }

  /// The line under a paragraph that makes it a heading.
  static func isSetextUnderline(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard start < end, bytes[start] == UInt8(ascii: "=") || bytes[start] == UInt8(ascii: "-")
    else { return false }
    var index = start
    while index < end, bytes[index] == bytes[start] { index += 1 }
    return isBlank(bytes, index, end)
  }

  /// A list marker: its length in bytes, and whether it may interrupt a paragraph.
  static func listMarker(
    _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> (count: Int, interrupts: Bool)? {
    guard start < end else { return nil }
    var index = start
    var interrupts = true
    switch bytes[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      index += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var number = 0
      while index < end, index - start < 9, (0x30...0x39).contains(bytes[index]) {
        number = number * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      guard index < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")")
      else { return nil }
      index += 1
      interrupts = number == 1
    default:
      return nil
    }
    if index < end, bytes[index] != UInt8(ascii: " "), bytes[index] != UInt8(ascii: "\t") {
      return nil
    }
    if isBlank(bytes, index, end) { interrupts = false }
    return (index - start, interrupts)
  }
}
