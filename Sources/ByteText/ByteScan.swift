/// Searches that look at eight bytes at a time: what most of a page's bytes are asked is only
/// whether they are one of very few.
package enum ByteScan {
  /// The offset of the first `byte` in `bytes[start..<end]`; `end` where there is none.
  @inlinable package static func first(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    let pattern = lows &* UInt64(byte)
    return first(in: bytes, from: start, to: end) {
      zeros(in: $0 ^ pattern)
    } isFound: {
      $0 == byte
    }
  }

  /// The offset of the first line feed or carriage return in `bytes[start..<end]`; `end` where
  /// there is none.
  @inlinable package static func lineEnd(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var index = start
    while true {
      // Of the bytes up to CR, only tabs are common besides the two.
      index = first(in: bytes, from: index, to: end) {
        ($0 &- lows &* 0x0E) & ~$0 & highs
      } isFound: {
        $0 < 0x0E
      }
      guard index < end, bytes[index] != 0x0A, bytes[index] != 0x0D else { return index }
      index += 1
    }
  }

  /// The offset of the first byte in `bytes[start..<end]` that `table`, of 256 entries, has not as
  /// zero; `end` where there is none.
  @inlinable package static func first(
    markedIn table: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    precondition(start >= 0 && end <= bytes.count && table.count == 256, "range out of range")
    return table.withUnsafeBufferPointer { table in
      var index = start
      while index + 4 <= end {
        let early = table[Int(bytes[index])] | table[Int(bytes[index + 1])]
        let late = table[Int(bytes[index + 2])] | table[Int(bytes[index + 3])]
        if early | late != 0 { break }
        index += 4
      }
      while index < end, table[Int(bytes[index])] == 0 { index += 1 }
      return index
    }
  }

  /// Whether the bytes are valid UTF-8 (Unicode, table 3-7) and none of them is NUL or STX, which
  /// Markdown cannot hold.
  package static func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while true {
      // Every byte from 3 to 0x7F, as nearly all are.
      index = first(in: bytes, from: index, to: bytes.count) {
        ($0 | ($0 &- lows &* 3)) & highs
      } isFound: {
        $0 < 3 || $0 >= 0x80
      }
      guard index < bytes.count else { return true }
      if bytes[index] == 1 {
        index += 1
        continue
      }
      let length = lengthOfCharacter(bytes, at: index)
      guard length > 0 else { return false }
      index += length
    }
  }

  /// How many bytes the character beyond ASCII has that begins at `index`; 0 where none does.
  private static func lengthOfCharacter(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Int {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      second = 0xA0...0xBF
    case 0xED:
      length = 3
      second = 0x80...0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      second = 0x90...0xBF
    case 0xF1...0xF3: length = 4
    case 0xF4:
      length = 4
      second = 0x80...0x8F
    default: return 0
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for place in index + 2..<index + length where bytes[place] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }

  /// The offset of the first byte that is found. `marks` sets the highest bit of each such byte in
  /// eight, the first in memory being the lowest; bits above the first one set may be wrong.
  @inline(__always) @usableFromInline static func first(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int,
    marks: (UInt64) -> UInt64, isFound: (UInt8) -> Bool
  ) -> Int {
    precondition(start >= 0 && end <= bytes.count, "byte range out of range")
    var index = start
    if let base = UnsafeRawPointer(bytes.baseAddress) {
      while index + 8 <= end {
        let word = UInt64(littleEndian: (base + index).loadUnaligned(as: UInt64.self))
        let found = marks(word)
        if found != 0 { return index + found.trailingZeroBitCount / 8 }
        index += 8
      }
    }
    while index < end, !isFound(bytes[index]) { index += 1 }
    return index
  }

  /// Marks the bytes that are zero.
  @inline(__always) @usableFromInline static func zeros(in word: UInt64) -> UInt64 {
    (word &- lows) & ~word & highs
  }

  @usableFromInline static var lows: UInt64 { 0x0101_0101_0101_0101 }
  @usableFromInline static var highs: UInt64 { 0x8080_8080_8080_8080 }
}
