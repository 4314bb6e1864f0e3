/// `:name:`: an emoji becomes its character; an icon of a set that this guide does not carry has none.
enum Symbol {
  /// The symbol whose first colon stands at `start`, and the offset after its last.
  static func find(
    _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> (text: String?, end: Int)? {
    if start > 0, isNameByte(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "/") {
      return nil
    }
    var index = start + 1
    while index < end, isNameByte(bytes[index]) { index += 1 }
    guard index < end, bytes[index] == UInt8(ascii: ":"), index - start > 1, index - start < 80
    else { return nil }
    let name = String(decoding: bytes[start + 1..<index], as: UTF8.self)
    if let character = characters[name] { return (character, index + 1) }
    guard iconSets.contains(where: name.hasPrefix) else { return nil }
    return (meaning(ofIcon: name), index + 1)
  }

  private static let iconSets = ["material-", "octicons-", "fontawesome-", "simple-", "custom-"]

  /// Icons that stand for an answer rather than decorate one.
  private static func meaning(ofIcon name: String) -> String? {
    switch name {
    case "material-check", "material-check-all", "material-check-bold", "octicons-check-16",
      "octicons-check-24", "fontawesome-solid-check":
      "✓"
    case "material-close", "material-close-thick", "octicons-x-16", "octicons-x-24",
      "fontawesome-solid-xmark":
      "✗"
    default: nil
    }
  }

  private static let characters: [String: String] = {
    // By bytes: a skin tone and the space before it are one character.
    let words = EmojiTable.text.utf8.split(separator: UInt8(ascii: " "))
    var table: [String: String] = [:]
    table.reserveCapacity(words.count / 2)
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      table[String(decoding: words[index], as: UTF8.self)] =
        String(decoding: words[index + 1], as: UTF8.self)
    }
    return table
  }()

  private static func isNameByte(_ byte: UInt8) -> Bool {
    HTMLBlockSyntax.isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
  }
}
