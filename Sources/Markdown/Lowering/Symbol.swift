/// `:name:`: an emoji becomes its character; an icon of a set that this guide does not carry has
/// none.
enum Symbol {
  /// The symbol whose first colon stands at `start`, and the offset after its last.
  static func find(
    _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> (text: String?, end: Int)? {
    if start > 0, isNameByte(bytes[start - 1]) { return nil }
    var index = start + 1
    while index < end, isNameByte(bytes[index]) { index += 1 }
    guard index < end, bytes[index] == UInt8(ascii: ":"), index - start > 1, index - start < 80
    else { return nil }
    guard isIcon(bytes, start + 1, index) else {
      if start > 0, bytes[start - 1] == UInt8(ascii: "/") { return nil }
      return characters(of: bytes[start + 1..<index]).map { ($0, index + 1) }
    }
    let name = String(decoding: bytes[start + 1..<index], as: UTF8.self)
    return (meaning(ofIcon: name), index + 1)
  }

  /// Whether the name begins as those of an icon set do; no emoji's does.
  private static func isIcon(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    begins("material-", bytes, start, end) || begins("octicons-", bytes, start, end)
      || begins("fontawesome-", bytes, start, end) || begins("simple-", bytes, start, end)
      || begins("custom-", bytes, start, end)
  }

  private static func begins(
    _ text: StaticString, _ bytes: [UInt8], _ start: Int, _ end: Int
  ) -> Bool {
    guard end - start >= text.utf8CodeUnitCount else { return false }
    for index in 0..<text.utf8CodeUnitCount where bytes[start + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

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

  /// The characters of an emoji, by binary search in the table: a dictionary of it would cost every
  /// start more than most guides need.
  private static func characters(of name: ArraySlice<UInt8>) -> String? {
    let text = EmojiTable.text
    let table = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    let bar = UInt8(ascii: "|")
    var low = 0
    var high = table.count - 1
    while low < high {
      // An entry lies between two bars; `low` and `high` are bars.
      var start = (low + high) / 2
      while table[start] != bar { start -= 1 }
      var end = start + 1
      while table[end] != bar { end += 1 }
      let entry = table[(start + 1)..<end]
      let space = entry.firstIndex(of: UInt8(ascii: " ")) ?? end
      if name.elementsEqual(table[(start + 1)..<space]) {
        return String(decoding: table[(space + 1)..<end], as: UTF8.self)
      }
      if name.lexicographicallyPrecedes(table[(start + 1)..<space]) {
        high = start
      } else {
        low = end
      }
    }
    return nil
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    HTMLBlockSyntax.isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
  }
}
