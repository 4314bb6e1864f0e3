import ByteText

/// Text of ours that goes into Markdown.
enum MarkdownText {
  /// Text of one line in which nothing has a meaning to Markdown.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_{}[]<>#|~=^!&$".contains(character) { escaped.append("\\") }
      escaped.append(character.isWhitespace ? " " : character)
    }
    return escaped
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
