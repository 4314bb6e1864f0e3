/// What a link's target means: backslashes and character references resolved, as libcmark does.
enum CharacterReferences {
  static func unescaped(_ text: some Collection<UInt8>) -> [UInt8] {
    guard text.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }) else {
      return Array(text)
    }
    var plain: [UInt8] = []
    var isEscaped = false
    for byte in text {
      if isEscaped {
        if !isPunctuation(byte) { plain.append(UInt8(ascii: "\\")) }
        plain.append(byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        plain.append(byte)
      }
    }
    if isEscaped { plain.append(UInt8(ascii: "\\")) }
    return plain.withUnsafeBufferPointer { HTMLEntities.decoded($0) }
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}
