import ByteText

/// A style sheet of the theme without comments, and without white space that means nothing. No text
/// in it goes over several lines.
enum LeanStyle {
  static func of(_ bytes: [UInt8]) -> [UInt8] { close(withoutComments(bytes)) }

  private static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    var lean: [UInt8] = []
    lean.reserveCapacity(bytes.count)
    var place = 0
    while let start = bytes.range(of: "/*", from: place, to: bytes.count) {
      lean += bytes[place..<start.lowerBound]
      let end = bytes.range(of: "*/", from: start.upperBound, to: bytes.count)
      place = end?.upperBound ?? bytes.count
    }
    return lean + bytes[place...]
  }

  /// Style sheets without white space beside what ends a selector or a declaration, and after the
  /// colon of a declaration; not so in strings.
  private static func close(_ bytes: [UInt8]) -> [UInt8] {
    var lean: [UInt8] = []
    lean.reserveCapacity(bytes.count)
    var quote: UInt8?
    var isGap = false
    for byte in bytes {
      if let open = quote {
        lean.append(byte)
        if byte == open { quote = nil }
        continue
      }
      if byte == 0x20 || byte == 0x0A {
        isGap = true
        continue
      }
      let last = lean.last ?? UInt8(ascii: "{")
      if isGap, !isBorder(byte), !isBorder(last), last != UInt8(ascii: ":") { lean.append(0x20) }
      isGap = false
      if byte == UInt8(ascii: "}"), last == UInt8(ascii: ";") { lean.removeLast() }
      lean.append(byte)
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
    }
    lean.append(0x0A)
    return lean
  }

  private static func isBorder(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ";")
      || byte == UInt8(ascii: ",")
  }
}
