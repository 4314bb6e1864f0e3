import ByteText

/// Words with numbers, in the order in which they were first met.
struct Vocabulary: ~Copyable {
  private(set) var bytes = ByteBuffer(capacity: 1 << 16)
  /// Where each word begins, and where the last one ends.
  private(set) var offsets = Cells<UInt32>()
  /// Where words are found by their keys; its size is a power of two.
  private var table: UnsafeMutablePointer<Entry>
  private var size = 1 << 12

  private struct Entry: BitwiseCopyable {
    /// A word of up to eight bytes itself; of a longer one a hash, whose lowest byte is 0, as no
    /// word's is. 0 where there is no word.
    var key: UInt64
    var number: UInt32
  }

  init() {
    table = Self.table(size)
    offsets.append(0)
  }

  deinit { table.deallocate() }

  var count: Int { offsets.count - 1 }

  /// The word's number, a new one for a new word.
  @inline(__always)
  mutating func number(of word: WordReader.Word) -> Int {
    let isShort = word.bytes.count <= 8
    let key = isShort ? word.head : Self.key(ofLong: word)
    var place = place(of: key)
    while table[place].key != 0 {
      if table[place].key == key, isShort || isWord(Int(table[place].number), word.bytes) {
        return Int(table[place].number)
      }
      place = (place + 1) & (size - 1)
    }
    return add(word, key, at: place)
  }

  private mutating func add(_ word: WordReader.Word, _ key: UInt64, at place: Int) -> Int {
    let number = count
    bytes.append(word.bytes)
    offsets.append(UInt32(bytes.count))
    table[place] = Entry(key: key, number: UInt32(number))
    if count * 2 > size { grow() }
    return number
  }

  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
  }

  private static func key(ofLong word: WordReader.Word) -> UInt64 {
    guard let bytes = word.bytes.baseAddress else { return 0 }
    let count = word.bytes.count
    var hash = word.head
    var index = 8
    while index < count {
      // The last eight bytes overlap those before.
      let eight = EightBytes(at: bytes + min(index, count - 8)).bits
      hash = (hash ^ hash >> 29) &* 0x9E37_79B9_7F4A_7C15 ^ eight
      index += 8
    }
    hash = (hash ^ hash >> 29) &* 0x9E37_79B9_7F4A_7C15
    return max(1, hash >> 8) << 8
  }

  /// Whether a number stands for a word, which is longer than eight bytes.
  private func isWord(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(offsets[number])
    let count = word.count
    guard Int(offsets[number + 1]) - start == count else { return false }
    return bytes.withBytes { bytes in
      guard let one = bytes.baseAddress, let other = word.baseAddress else { return false }
      for index in stride(from: 0, to: count, by: 8) {
        let place = min(index, count - 8)
        guard EightBytes(at: one + start + place).bits == EightBytes(at: other + place).bits else {
          return false
        }
      }
      return true
    }
  }

  private static func table(_ size: Int) -> UnsafeMutablePointer<Entry> {
    let table = UnsafeMutablePointer<Entry>.allocate(capacity: size)
    table.initialize(repeating: Entry(key: 0, number: 0), count: size)
    return table
  }

  private mutating func grow() {
    let (before, sizeBefore) = (table, size)
    size *= 2
    table = Self.table(size)
    for entry in UnsafeBufferPointer(start: before, count: sizeBefore) where entry.key != 0 {
      var place = place(of: entry.key)
      while table[place].key != 0 { place = (place + 1) & (size - 1) }
      table[place] = entry
    }
    before.deallocate()
  }
}
