/// A digest of 128 bits over words and texts, to tell whether something has changed. Fast, and no
/// protection against somebody who wants two things to look alike.
package struct Fingerprint: Hashable, Sendable {
  package private(set) var low: UInt64
  package private(set) var high: UInt64

  package init() {
    low = 0x9AE1_6A3B_2F90_404F
    high = 0xC949_D7C7_509E_6557
  }

  /// One that was written down.
  package init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  package mutating func add(_ word: UInt64) {
    low = (low ^ word) &* 0x9E37_79B9_7F4A_7C15
    low ^= low >> 32
    high = (high ^ (word << 31 | word >> 33)) &* 0xD6E8_FEB8_6659_FD93
    high ^= high >> 29
  }

  /// Bytes with their number, so that no two rows of texts are the same.
  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    add(UInt64(bytes.count))
    var offset = 0
    while offset + 8 <= bytes.count {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    add(rest)
  }

  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  package mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

  /// Takes in another digest in no order: the same set gives the same digest.
  package mutating func merge(_ other: Fingerprint) {
    low &+= other.low
    high &+= other.high
  }
}
