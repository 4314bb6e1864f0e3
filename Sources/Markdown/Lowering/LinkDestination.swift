/// Reading the target of a link where it stands in the source (CommonMark 0.30, section 6.3).
enum LinkDestination {
  /// The bytes of the destination that begins at `start`, without angle brackets; nil when none
  /// does.
  static func range(_ bytes: some BytesAtOffsets, _ start: Int, _ end: Int) -> Range<Int>? {
    guard start < end else { return nil }
    var index = start
    if bytes[start] == UInt8(ascii: "<") {
      index += 1
      while index < end, bytes[index] != UInt8(ascii: ">") {
        guard bytes[index] != UInt8(ascii: "<"), bytes[index] != 0x0A else { return nil }
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      return index < end ? start + 1..<index : nil
    }
    var depth = 0
    while index < end, bytes[index] > 0x20 {
      switch bytes[index] {
      case UInt8(ascii: "\\") where index + 1 < end && bytes[index + 1] > 0x20: index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return index > start ? start..<index : start..<start }
        depth -= 1
      default: break
      }
      index += 1
    }
    return depth == 0 && index > start ? start..<index : nil
  }

  /// A label as references are compared: white space collapsed, ASCII and simple Unicode case
  /// folded.
  static func normalized(label: some Collection<UInt8>) -> [UInt8] {
    if let ascii = normalized(ascii: label) { return ascii }
    var words = String(decoding: label, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    if words.isEmpty { words = [""] }
    return Array(words.joined(separator: " ").lowercased().utf8)
  }

  /// The same for a label of ASCII, which nearly all are; nil for any other.
  private static func normalized(ascii label: some Collection<UInt8>) -> [UInt8]? {
    var isASCII = true
    let normalized = [UInt8](unsafeUninitializedCapacity: label.count) { normalized, count in
      var isGap = false
      for byte in label {
        if byte == 0x20 || (0x09...0x0D).contains(byte) {
          isGap = count > 0
          continue
        }
        if isGap {
          normalized[count] = 0x20
          count += 1
          isGap = false
        }
        normalized[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        count += 1
        if byte >= 0x80 {
          isASCII = false
          return
        }
      }
    }
    return isASCII ? normalized : nil
  }
}
