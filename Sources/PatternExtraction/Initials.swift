/// The first letters of some names: a quick look that tells most titles from all of them.
package struct Initials: Sendable, Hashable {
  /// A bit for each letter of ASCII.
  private var letters: UInt32 = 0

  mutating func insert(_ name: String) {
    if let letter = Self.letter(of: name) { letters |= 1 << letter }
  }

  /// Whether a title may fold to one of the names; false is certain.
  package func admit(_ title: String) -> Bool {
    guard let letter = Self.letter(of: title) else { return true }
    return letters & 1 << letter != 0
  }

  /// From 0 on. Nil unless a text begins with a letter that nothing can change: a mark may follow
  /// it.
  private static func letter(of text: String) -> UInt32? {
    var bytes = text.utf8.makeIterator()
    guard let first = bytes.next(), (0x61...0x7A).contains(first | 0x20),
      bytes.next() ?? 0 < 0x80
    else { return nil }
    return UInt32(first | 0x20) - 0x61
  }
}
