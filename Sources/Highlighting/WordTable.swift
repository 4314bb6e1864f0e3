/// What a language says about a word, and about the identifier that follows it.
struct Word: Equatable, Sendable {
  var style: Style
  /// The style of an identifier that stands right after: `func` announces a function.
  var next = Style.plain
  /// Counts only where something follows that such a keyword governs: `type Name`, but not `type =
  /// 1`.
  var isContextual = false

  static let none = Word(style: .plain)
  static let keyword = Word(style: .keyword)
  static let contextual = Word(style: .keyword, isContextual: true)
  static let definesFunction = Word(style: .keyword, next: .function)
  static let definesType = Word(style: .keyword, next: .type)
  static let type = Word(style: .type)
  static let builtin = Word(style: .builtin)
}

/// The words of a language, found by one hash and, as a rule, one comparison.
///
/// Words are at most 24 bytes; a longer one is never found. Open addressing with at least three
/// free slots in four.
struct WordTable: Sendable {
  /// The bytes of a word, eight to a number. No word begins with a zero, so a free slot has none
  /// first.
  private struct Key: Equatable, Sendable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
  }

  private struct Slot: Sendable {
    var key = Key()
    var word = Word.none
  }

  private static let longestWord = 24

  private var slots: [Slot]
  private let mask: Int
  private let fold: UInt64

  /// - Parameter groups: words parted by single spaces, with what they are. The first mention of a
  ///   word wins.
  /// - Parameter foldsCase: whether capitals and small letters are the same.
  init(foldsCase: Bool = false, _ groups: [(Word, StaticString)]) {
    let spaces = groups.reduce(0) { $0 + $1.1.bytes.count(where: { $0 == .space }) + 1 }
    var size = 16
    while size < spaces * 4 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    mask = size - 1
    fold = foldsCase ? 0x2020_2020_2020_2020 : 0
    for (word, text) in groups {
      for piece in text.bytes.split(separator: .space) {
        assert(piece.count <= Self.longestWord, "a word is longer than the table can hold")
        insert(word, for: UnsafeBufferPointer(rebasing: piece))
      }
    }
  }

  /// What is known about the bytes from `start` to `end`, `.none` if nothing.
  func word(in bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Word {
    let count = end &- start
    guard count > 0, count <= Self.longestWord else { return .none }
    let key = key(bytes, start, count)
    var index = slot(key)
    while slots[index].key.first != 0 {
      if slots[index].key == key { return slots[index].word }
      index = (index &+ 1) & mask
    }
    return .none
  }

  private mutating func insert(_ word: Word, for text: UnsafeBufferPointer<UInt8>) {
    let key = key(text, 0, text.count)
    var index = slot(key)
    while slots[index].key.first != 0 {
      if slots[index].key == key { return }
      index = (index + 1) & mask
    }
    slots[index] = Slot(key: key, word: word)
  }

  private func slot(_ key: Key) -> Int {
    let tail = (key.second &+ key.third &* 31) &* 0x9E37_79B9_7F4A_7C15
    let mixed = (key.first ^ tail) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 40) & mask
  }

  private func key(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Key {
    Key(
      first: load(bytes, start, min(count, 8)),
      second: count > 8 ? load(bytes, start &+ 8, min(count &- 8, 8)) : 0,
      third: count > 16 ? load(bytes, start &+ 16, count &- 16) : 0)
  }

  /// Up to eight bytes as one number, the missing ones zero.
  private func load(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
    let keep = ~UInt64(0) >> UInt64(64 &- 8 &* count)
    if start &+ 8 <= bytes.count {
      let all = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self)
      return (UInt64(littleEndian: all) | fold) & keep
    }
    var value: UInt64 = 0
    for offset in 0..<count {
      value |= UInt64(bytes[start &+ offset]) << UInt64(8 &* offset)
    }
    return (value | fold) & keep
  }
}
