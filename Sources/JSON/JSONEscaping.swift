package import ByteText

/// Which characters of a string are written as escapes.
package enum JSONEscaping: Sendable {
  /// What RFC 8259 demands and no more: the quote, the backslash and the control characters below
  /// U+0020.
  case required
  /// Also `<`, U+2028 and U+2029: such a text can stand in a `<script>` element, where `</script`
  /// and `<!--` would otherwise be read by HTML, and in JavaScript before 2019.
  case script
}

extension JSONEscaping {
  /// 1: always an escape; 2: an escape inside a script; 3: perhaps the first byte of U+2028 or
  /// U+2029.
  fileprivate static let classes: [UInt8] = {
    var classes = [UInt8](repeating: 0, count: 256)
    for byte in 0..<0x20 { classes[byte] = 1 }
    classes[Int(UInt8(ascii: "\""))] = 1
    classes[Int(UInt8(ascii: "\\"))] = 1
    classes[Int(UInt8(ascii: "<"))] = 2
    classes[0xE2] = 3
    return classes
  }()
}

extension ByteBuffer {
  /// Appends a string with its quotes. The bytes must be UTF-8; they are not checked again.
  package mutating func append(
    jsonString bytes: UnsafeBufferPointer<UInt8>, escaping: JSONEscaping = .required
  ) {
    append(UInt8(ascii: "\""))
    JSONEscaping.classes.withUnsafeBufferPointer { classes in
      var start = 0
      var index = 0
      while index < bytes.count {
        index = Self.endOfPlain(bytes, from: index)
        guard index < bytes.count else { break }
        let kind = classes[Int(bytes[index])]
        let length = kind == 0 ? 0 : escapedLength(kind, bytes, at: index, escaping)
        if length > 0 {
          append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
          append(jsonEscape: bytes[index + length - 1], ofLength: length)
          start = index + length
        }
        index += max(1, length)
      }
      append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
    }
    append(UInt8(ascii: "\""))
  }

  /// Goes on to the next byte that may need an escape, sixteen bytes at a time: texts are long, and
  /// few of their bytes do. May stop before others.
  private static func endOfPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    typealias Block = SIMD16<UInt8>
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 16 <= raw.count {
      let block = raw.loadUnaligned(fromByteOffset: index, as: Block.self)
      // Comparing with one number for all would be far slower.
      let found =
        block .< Block(repeating: 0x20) .| (block .== Block(repeating: UInt8(ascii: "\"")))
        .| (block .== Block(repeating: UInt8(ascii: "\\")))
        .| (block .== Block(repeating: UInt8(ascii: "<"))) .| (block .== Block(repeating: 0xE2))
      let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
      if halves[0] != 0 { return index + (halves[0].trailingZeroBitCount >> 3) }
      if halves[1] != 0 { return index + 8 + (halves[1].trailingZeroBitCount >> 3) }
      index += 16
    }
    return index
  }

  package mutating func append(jsonString bytes: [UInt8], escaping: JSONEscaping = .required) {
    bytes.withUnsafeBufferPointer { append(jsonString: $0, escaping: escaping) }
  }

  package mutating func append(jsonString text: String, escaping: JSONEscaping = .required) {
    var text = text
    text.withUTF8 { append(jsonString: $0, escaping: escaping) }
  }

  /// How many bytes at `index` become one escape; 0 for none.
  private func escapedLength(
    _ kind: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ escaping: JSONEscaping
  ) -> Int {
    if kind == 1 { return 1 }
    if escaping == .required { return 0 }
    if kind == 2 { return 1 }
    let isSeparator =
      index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
    return isSeparator ? 3 : 0
  }

  /// `last` is the last byte of what is escaped: of one byte, or of the three of U+2028 and U+2029.
  private mutating func append(jsonEscape last: UInt8, ofLength length: Int) {
    switch (length, last) {
    case (3, 0xA8): append(#"\u2028"#)
    case (3, _): append(#"\u2029"#)
    case (_, UInt8(ascii: "\"")): append(#"\""#)
    case (_, UInt8(ascii: "\\")): append(#"\\"#)
    case (_, 0x08): append(#"\b"#)
    case (_, 0x0C): append(#"\f"#)
    case (_, 0x0A): append(#"\n"#)
    case (_, 0x0D): append(#"\r"#)
    case (_, 0x09): append(#"\t"#)
    default:
      let digits: StaticString = "0123456789ABCDEF"
      append(#"\u00"#)
      append(digits.utf8Start[Int(last >> 4)])
      append(digits.utf8Start[Int(last & 15)])
    }
  }
}
