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
      if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "'") {
        buffer.append(byte == UInt8(ascii: "&") ? "&" : "%27")
      } else {
        buffer.append(escapingURL: [byte])
      }
    }
    return buffer.withBytes { bytes in
      bytes.flatMap { byte -> [UInt8] in
        switch byte {
        case UInt8(ascii: "("): Array("%28".utf8)
        case UInt8(ascii: ")"): Array("%29".utf8)
        case UInt8(ascii: "*"): Array("%2A".utf8)
        default: [byte]
        }
      }
    }
  }
}
