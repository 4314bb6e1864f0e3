/// Turns libyaml's positions, which count characters, into byte offsets.
///
/// Positions come nearly in order, so each is found by walking from the last one; pure ASCII needs
/// no walk.
struct CharacterOffsets {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private var character = 0
  private var byte = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var union: UInt8 = 0
    for byte in bytes { union |= byte }
    isASCII = union < 0x80
  }

  mutating func byteOffset(ofCharacter wanted: Int) -> Int {
    if isASCII { return min(wanted, bytes.count) }
    while character < wanted, byte < bytes.count {
      byte += 1
      while byte < bytes.count, isContinuation(byte) { byte += 1 }
      character += 1
    }
    while character > wanted, byte > 0 {
      byte -= 1
      while byte > 0, isContinuation(byte) { byte -= 1 }
      character -= 1
    }
    return byte
  }

  /// The byte offset after the last character before `end` that is no white space, but not before
  /// `start`.
  func withoutTrailingSpace(_ end: Int, from start: Int) -> Int {
    var end = min(end, bytes.count)
    while end > start, bytes[end - 1] == 0x20 || (0x09...0x0D).contains(bytes[end - 1]) {
      end -= 1
    }
    return end
  }

  private func isContinuation(_ index: Int) -> Bool { bytes[index] & 0xC0 == 0x80 }
}
