/// Looking for typed letters, the case of ASCII aside.
enum Letters {
  static func lower(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// - Parameter wanted: in lower case.
  static func begins(_ text: some Collection<UInt8>, _ wanted: [UInt8]) -> Bool {
    var rest = wanted[...]
    for byte in text {
      guard let first = rest.first else { return true }
      guard lower(byte) == first else { return false }
      rest.removeFirst()
    }
    return rest.isEmpty
  }

  static func contains(
    _ text: some RandomAccessCollection<UInt8>, _ wanted: [UInt8]
  ) -> Bool {
    guard let first = wanted.first else { return true }
    guard text.count >= wanted.count else { return false }
    var index = text.startIndex
    var left = text.count - wanted.count + 1
    while left > 0 {
      if lower(text[index]) == first, begins(text[index...], wanted) { return true }
      index = text.index(after: index)
      left -= 1
    }
    return false
  }
}
