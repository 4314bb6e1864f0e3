import ByteText

/// Words with numbers, in the order in which they were first met.
struct Vocabulary: ~Copyable {
  private(set) var bytes = ByteBuffer(capacity: 1 << 16)
  /// Where each word begins, and where the last one ends.
  private(set) var offsets: [UInt32] = [0]
  private var hashes: [UInt32] = []
  /// Numbers of words plus one, by hash; its size is a power of two.
  private var table = [UInt32](repeating: 0, count: 1 << 12)

  var count: Int { hashes.count }

  /// The word's number, a new one for a new word.
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    // The last bytes of a word have hardly reached the upper bits, which choose the place.
    hash = (hash ^ hash >> 15) &* 0x2C1B_3C6D
    let mask = table.count - 1
    var place = Int(hash >> 3) & mask
    while true {
      let entry = Int(table[place])
      if entry == 0 { break }
      if hashes[entry - 1] == hash, isWord(entry - 1, word) { return entry - 1 }
      place = (place + 1) & mask
    }
    bytes.append(word)
    offsets.append(UInt32(bytes.count))
    hashes.append(hash)
    table[place] = UInt32(hashes.count)
    if hashes.count * 2 > table.count { grow() }
    return hashes.count - 1
  }

  private func isWord(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(offsets[number])
    guard Int(offsets[number + 1]) - start == word.count else { return false }
    return bytes.withBytes { bytes in
      for index in 0..<word.count where bytes[start + index] != word[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    table = [UInt32](repeating: 0, count: table.count * 4)
    let mask = table.count - 1
    for (number, hash) in hashes.enumerated() {
      var place = Int(hash >> 3) & mask
      while table[place] != 0 { place = (place + 1) & mask }
      table[place] = UInt32(number + 1)
    }
  }
}
