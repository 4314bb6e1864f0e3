import ByteText

/// Text of ours that goes into Markdown.
enum MarkdownText {
  /// Text of one line in which nothing has a meaning to Markdown.
  static func escaped(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: 2 * bytes.count) { escaped in
        var count = 0
        var index = 0
        func put(_ byte: UInt8) {
          escaped[count] = byte
          count += 1
        }
        while index < bytes.count {
          let byte = bytes[index]
          let gap = WhiteSpace.length(at: index, in: bytes)
          if gap > 0 {
            let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
            put(0x20)
            index += isPair ? 2 : gap
          } else {
            if isSpecial(byte) { put(UInt8(ascii: "\\")) }
            put(byte)
            index += 1
          }
        }
        return count
      }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "#"), UInt8(ascii: "|"),
      UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "^"), UInt8(ascii: "!"),
      UInt8(ascii: "&"), UInt8(ascii: "$"):
      true
    default: false
    }
  }

  /// A target as it can stand in the parentheses of a link, in a definition, and in an attribute,
  /// quoted or not.
  /// - Parameter suffix: `?query#fragment`, as it was written.
  static func target(_ path: [UInt8], suffix: [UInt8]) -> [UInt8] {
    var buffer = ByteBuffer(capacity: path.count + suffix.count + 16)
    buffer.append(escapingPath: path)
    for byte in suffix {
      switch byte {
      case UInt8(ascii: "&"): buffer.append(byte)
      case UInt8(ascii: "'"): buffer.append("%27")
      default: buffer.append(escapingURL: [byte])
      }
    }
    let target = buffer.array
    guard target.contains(where: isMark) else { return target }
    buffer.removeAll()
    for byte in target {
      switch byte {
      case UInt8(ascii: "("): buffer.append("%28")
      case UInt8(ascii: ")"): buffer.append("%29")
      case UInt8(ascii: "*"): buffer.append("%2A")
      default: buffer.append(byte)
      }
    }
    return buffer.array
  }

  /// What a URL may hold and Markdown could take for its own.
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "*")
  }
}
