/// One part of a dotted name, with its hash worked out when the template is compiled.
struct NamePart: Sendable {
  let name: String
  let hash: UInt64

  init(_ name: String) {
    self.name = name
    hash = Self.hash(of: name)
  }

  /// FNV-1a, 64 bits; the standard library's hash is seeded per process and costs more for words
  /// this short.
  static func hash(of name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    // The low bits choose the place in a table, and FNV mixes the high ones better.
    return hash ^ (hash >> 32)
  }
}
