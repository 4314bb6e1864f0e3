/// What a link's target means: backslashes and character references resolved, as libcmark does.
enum CharacterReferences {
  static func unescaped(_ text: some Collection<UInt8>) -> [UInt8] {
    guard text.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }) else {
      return Array(text)
    }
    return Array(text).withUnsafeBufferPointer { unescaped($0) }
  }

  /// Whether text means the target; most of it is no more than itself.
  static func isSame(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ target: [UInt8]) -> Bool {
    var offset = 0
    for byte in text {
      if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&") {
        return unescaped(text).elementsEqual(target)
      }
      guard offset < target.count, target[offset] == byte else { return false }
      offset += 1
    }
    return offset == target.count
  }

  /// In one pass: what a backslash escapes is no reference.
  private static func unescaped(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "\\"), index + 1 < text.count, isPunctuation(text[index + 1]) {
        plain.append(text[index + 1])
        index += 2
      } else if text[index] == UInt8(ascii: "&"),
        let found = HTMLEntities.reference(in: text, at: index)
      {
        plain += found.bytes
        index = found.end
      } else {
        plain.append(text[index])
        index += 1
      }
    }
    return plain
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}
