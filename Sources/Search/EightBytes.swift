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
  @inline(__always)
  var letters: Int {
    let low = bits & Self.each(0x7F)
    let folded = low | Self.each(0x20)
    // Adding brings the upper bit of each byte forth where the byte is large enough.
    let isLetter = (folded + Self.each(0x80 - 0x61)) & ~(folded + Self.each(0x80 - 0x7B))
    let isDigit = (low + Self.each(0x80 - 0x30)) & ~(low + Self.each(0x80 - 0x3A))
    let others = ~(isLetter | isDigit) | bits
    return (others & Self.each(0x80)).trailingZeroBitCount >> 3
  }

  func byte(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits >> UInt64(8 * index)) }

  /// Letters in lower case. Digits stay; what becomes of other characters has no meaning.
  var lowercased: EightBytes { EightBytes(bits: bits | Self.each(0x20)) }

  func store(at place: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(place).storeBytes(of: bits.littleEndian, as: UInt64.self)
  }

  /// The first bytes of a number, the rest 0.
  static func first(_ count: Int, of bits: UInt64) -> UInt64 {
    count >= 8 ? bits : bits & ((1 << UInt64(8 * count)) - 1)
  }
}
