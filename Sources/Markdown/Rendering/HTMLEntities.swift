/// Character references, such as `&eacute;` and `&#233;`.
enum HTMLEntities {
  /// The text with its references turned into characters; what is none stays.
  static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var decoded: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "&"), let found = reference(in: text, at: index) {
        decoded += found.bytes
        index = found.end
      } else {
        decoded.append(text[index])
        index += 1
      }
    }
    return decoded
  }

  /// The reference that begins with the `&` at `index`: what it stands for, and where it ends.
  static func reference(
    in text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (bytes: [UInt8], end: Int)? {
    let rest = text[(index + 1)...].prefix(NamedEntities.longest + 1)
    guard let close = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: text[index + 1..<close], as: UTF8.self)
    guard let characters = characters(name) else { return nil }
    return (Array(characters.utf8), close + 1)
  }

  private static func characters(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return NamedEntities.text(of: name) }
    let digits = name.dropFirst()
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    let number = isHexadecimal ? digits.dropFirst() : digits
    guard !number.isEmpty, number.allSatisfy(\.isHexDigit),
      let code = UInt32(number, radix: isHexadecimal ? 16 : 10)
    else { return nil }
    // As libcmark has it, zero and what is no character become the replacement character.
    let scalar = code == 0 ? nil : Unicode.Scalar(code)
    return String(scalar.map(Character.init) ?? "\u{FFFD}")
  }
}
