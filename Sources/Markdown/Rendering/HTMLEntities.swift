/// Character references in attributes, as far as they occur in URLs.
enum HTMLEntities {
  /// The text with `&amp; &lt; &gt; &quot; &#…;` turned into characters; other references stay.
  static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var decoded: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "&"),
        let close = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let character = character(String(decoding: text[index + 1..<close], as: UTF8.self))
      {
        decoded += Array(String(character).utf8)
        index = close + 1
      } else {
        decoded.append(text[index])
        index += 1
      }
    }
    return decoded
  }

  private static func character(_ name: String) -> Character? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let code =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map(Character.init)
  }
}
