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
  static func normalized(label: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    withNormalized(label: label) { Array($0) }
  }

  /// Lends a label as references are compared; nearly all are ASCII and need no memory of their own.
  static func withNormalized<Result>(
    label: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: label.count) { space in
      if let count = normalize(ascii: label, into: space) {
        return body(UnsafeBufferPointer(rebasing: space[..<count]))
      }
      var words = String(decoding: label, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      if words.isEmpty { words = [""] }
      return Array(words.joined(separator: " ").lowercased().utf8).withUnsafeBufferPointer(body)
    }
  }

  /// Writes a label of ASCII into as many bytes or fewer. Returns how many; nil for any other label.
  private static func normalize(
    ascii label: UnsafeBufferPointer<UInt8>, into space: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var count = 0
    var isGap = false
    for index in 0..<label.count {
      let byte = label[index]
      guard byte < 0x80 else { return nil }
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isGap = count > 0
        continue
      }
      if isGap {
        space[count] = 0x20
        count += 1
        isGap = false
      }
      space[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      count += 1
    }
    return count
  }
}
