/// Eight bytes in a row as one number, the first of them lowest, looked at together.
struct EightBytes {
  let bits: UInt64

  private init(bits: UInt64) { self.bits = bits }

  init(at start: UnsafePointer<UInt8>) {
    bits = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
  }

  /// The same byte eight times.
  private static func each(_ byte: UInt64) -> UInt64 { byte * 0x0101_0101_0101_0101 }

  /// How many ASCII letters and digits there are before anything else.
  var letters: Int {
    let low = bits & Self.each(0x7F)
    let folded = low | Self.each(0x20)
    // Adding brings the upper bit of each byte forth where the byte is large enough.
    let isLetter = (folded + Self.each(0x80 - 0x61)) & ~(folded + Self.each(0x80 - 0x7B))
    let isDigit = (low + Self.each(0x80 - 0x30)) & ~(low + Self.each(0x80 - 0x3A))
    let others = ~(isLetter | isDigit) | bits
    return (others & Self.each(0x80)).trailingZeroBitCount >> 3
  }

  /// Letters in lower case. Digits stay; what becomes of other characters has no meaning.
  var lowercased: EightBytes { EightBytes(bits: bits | Self.each(0x20)) }

  func store(at place: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(place).storeBytes(of: bits.littleEndian, as: UInt64.self)
  }

  /// Marks bytes below another; after the first one, what is marked may be wrong.
  private static func mark(_ bits: UInt64, below byte: UInt64) -> UInt64 {
    (bits &- each(byte)) & ~bits & each(0x80)
  }

  /// Where text in HTML ends that stands there as readers see it: at a tag, an entity, a control
  /// character, or a space with one of these or another space behind it. Of the last byte nothing
  /// is said, so 7 where there is no such place. Other bytes may be named too.
  var endOfText: Int {
    let markup =
      Self.mark(bits, below: 0x20) | Self.mark(bits ^ Self.each(0x3C), below: 1)
      | Self.mark(bits ^ Self.each(0x26), below: 1)
    let spaces = Self.mark(bits ^ Self.each(0x20), below: 1)
    let ends = markup | (spaces & ((markup | spaces) >> 8))
    return min(7, ends.trailingZeroBitCount >> 3)
  }

  /// The first place of a byte; 8 where there is none.
  func first(_ byte: UInt8) -> Int {
    Self.mark(bits ^ Self.each(UInt64(byte)), below: 1).trailingZeroBitCount >> 3
  }

  /// The first bytes of a number, the rest 0.
  static func first(_ count: Int, of bits: UInt64) -> UInt64 {
    count >= 8 ? bits : bits & ((1 << UInt64(8 * count)) - 1)
  }
}
