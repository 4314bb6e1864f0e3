/// A word in the order in which JavaScript compares strings: by UTF-16 code units.
struct SortedWord: Sendable {
  /// Its first eight bytes, so that hardly any comparison looks at the word itself.
  let key: UInt64
  /// Its number in its vocabulary.
  let number: UInt32

  static func sorted(_ words: [UInt8], _ offsets: [UInt32]) -> [SortedWord] {
    words.withUnsafeBufferPointer { words in
      func bytes(_ number: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: words[Int(offsets[number])..<Int(offsets[number + 1])])
      }
      return (0..<max(0, offsets.count - 1))
        .map { SortedWord(key: key(of: bytes($0)), number: UInt32($0)) }
        .sorted { left, right in
          if left.key != right.key { return left.key < right.key }
          return precedes(bytes(Int(left.number)), bytes(Int(right.number)))
        }
    }
  }

  static func key(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for index in 0..<8 { key = key << 8 | (index < word.count ? rank(word[index]) : 0) }
    return key
  }

  /// UTF-8 orders by code point. Surrogates come before U+E000, so its lead bytes go to the end.
  private static func rank(_ byte: UInt8) -> UInt64 {
    byte == 0xEE || byte == 0xEF ? UInt64(byte) + 8 : UInt64(byte)
  }

  static func precedes(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var index = 0
    while index < left.count, index < right.count {
      if left[index] != right[index] { return rank(left[index]) < rank(right[index]) }
      index += 1
    }
    return left.count < right.count
  }
}
