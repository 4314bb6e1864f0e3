/// White space as Unicode has it (the property White_Space), found in the bytes of a text.
package enum WhiteSpace {
  /// How many bytes of white space begin at an offset: one scalar's, or none.
  @inlinable package static func length(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
    return byte <= 0xE3 ? lengthBeyondASCII(at: index, in: bytes) : 0
  }

  @usableFromInline static func lengthBeyondASCII(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    guard index + 1 < bytes.count else { return 0 }
    if bytes[index] == 0xC2 { return bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0 ? 2 : 0 }
    guard index + 2 < bytes.count else { return 0 }
    let isSpace =
      switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
      case (0xE1, 0x9A, 0x80), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): true
      case (0xE2, 0x80, let last):
        (0x80...0x8A).contains(last) || [0xA8, 0xA9, 0xAF].contains(last)
      default: false
      }
    return isSpace ? 3 : 0
  }
}

extension String {
  /// The text with each run of white space as one space, and none at the ends.
  package var singleSpaced: String {
    var text = self
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { space in
        var count = 0
        var isGap = false
        var index = 0
        while index < bytes.count {
          let length = WhiteSpace.length(at: index, in: bytes)
          if length > 0 {
            isGap = count > 0
            index += length
            continue
          }
          if isGap {
            space[count] = 0x20
            count += 1
            isGap = false
          }
          space[count] = bytes[index]
          count += 1
          index += 1
        }
        return count
      }
    }
  }

  /// The text without the white space at its ends.
  package var withoutEnds: String {
    var text = self
    return text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let length = WhiteSpace.length(at: start, in: bytes)
        guard length > 0 else { break }
        start += length
      }
      var end = bytes.count
      outer: while end > start {
        for length in 1...min(3, end - start)
        where WhiteSpace.length(at: end - length, in: bytes) == length {
          end -= length
          continue outer
        }
        break
      }
      if start == 0, end == bytes.count { return self }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }
}
