/// What stands around the slot of a line that has one: a bullet, a label, white space.
enum LineFrame {
  /// Whether a line says nothing without its slot: `- Budget:`, `2.`, `**Tone:**`, nothing at all.
  static func isOnlyFrame(_ text: String) -> Bool {
    let rest = withoutBullet(trimmed(Array(text.utf8)[...]))
    return rest.isEmpty || isLabel(rest)
  }

  /// One phrase that ends in a colon, perhaps in bold; a sentence before it is something said.
  private static func isLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    let marks = [UInt8(ascii: "*"), UInt8(ascii: "_")]
    while let last = rest.last, marks.contains(last) { rest.removeLast() }
    guard rest.popLast() == UInt8(ascii: ":") else { return false }
    while let last = rest.last, marks.contains(last) { rest.removeLast() }
    let ends = [":", ".", "!", "?"].compactMap { $0.utf8.first }
    return !rest.isEmpty && !rest.contains(where: ends.contains)
  }

  private static func withoutBullet(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let bullets = [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")]
    var rest = bytes
    if let first = rest.first, bullets.contains(first) {
      rest.removeFirst()
    } else {
      let digits = rest.prefix { (0x30...0x39).contains($0) }.count
      let end = rest.dropFirst(digits).first
      guard digits > 0, end == UInt8(ascii: ".") || end == UInt8(ascii: ")") else { return bytes }
      rest = rest.dropFirst(digits + 1)
    }
    guard rest.isEmpty || isBlank(rest[rest.startIndex]) else { return bytes }
    return trimmed(rest)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}
