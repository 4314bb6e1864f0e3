/// Takes a text apart into the words that the index is made of: in lower case, without accents, and
/// pairs of characters where a script has no spaces. `search.js` does the same with what a reader
/// types.
package struct WordReader: ~Copyable {
  /// A word while it is lent.
  struct Word {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Its first eight bytes, 0 behind the last; `EightBytes` says in which order.
    let head: UInt64
  }

  private var folding = CharacterFolding()
  /// The word so far: its bytes, how many there are, and how many characters.
  private let word: UnsafeMutablePointer<UInt8>
  private var size = 0
  private var length = 0
  /// The last character of a run without spaces; nil outside of such a run.
  private var last: Unicode.Scalar?
  private static let limit = 32

  // Eight bytes more: letters come eight at a time.
  package init() { word = .allocate(capacity: (Self.limit + 1) * 4 + 8) }

  deinit { word.deallocate() }

  /// The next word of a text in UTF-8 from an index on, which moves behind it; nil at the end. The
  /// word lasts until the next one is asked for, and has no more than 32 characters. A text is read
  /// to its end.
  @inline(__always)
  mutating func next(in text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Word? {
    guard last == nil, let bytes = text.baseAddress else { return nextOfAny(text, &index) }
    // Most words have up to seven ASCII letters, and something else of ASCII behind them.
    while index + 8 <= text.count {
      let eight = EightBytes(at: bytes + index)
      let letters = eight.letters
      guard letters < 8, eight.byte(letters) < 0x80 else { break }
      index += letters + 1
      if letters == 0 { continue }
      eight.lowercased.store(at: word)
      return Word(
        bytes: UnsafeBufferPointer(start: word, count: letters),
        head: EightBytes.first(letters, of: eight.lowercased.bits))
    }
    return nextOfAny(text, &index)
  }

  private mutating func nextOfAny(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) -> Word? {
    guard let bytes = text.baseAddress else { return nil }
    while index < text.count {
      let byte = bytes[index]
      if byte < 0x80, !Self.isLetter(byte) {
        index += 1
        if let word = ended() { return word }
      } else if byte < 0x80 {
        if last != nil { return endedRun() }
        index = takeLetters(bytes, from: index, to: text.count)
      } else {
        var after = index
        let answer = folding.answer(for: Self.scalar(text, &after))
        // What the character ends comes first; the character itself is met once more.
        if answer.isUnspaced ? length > 0 : last != nil && answer != .nothing { return ended() }
        index = after
        if let word = taken(answer) { return word }
      }
    }
    return ended()
  }

  /// Takes a character up. Returns the word that is whole by it.
  private mutating func taken(_ answer: CharacterFolding.Answer) -> Word? {
    if answer == .nothing { return nil }
    if answer == .separator { return ended() }
    if answer.isSeveral {
      for scalar in folding.several[answer.value] { add(scalar) }
      return nil
    }
    guard let scalar = Unicode.Scalar(UInt32(answer.value)) else { return ended() }
    guard answer.isUnspaced else {
      add(scalar)
      return nil
    }
    let before = last
    last = scalar
    guard let before else { return nil }
    add(before)
    add(scalar)
    return endedWord()
  }

  /// Whether a byte is an ASCII letter or digit.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// Adds a run of ASCII letters and digits to the word. Returns where it ends.
  private mutating func takeLetters(
    _ text: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var index = start
    while index + 8 <= end {
      let eight = EightBytes(at: text + index)
      let letters = eight.letters
      eight.lowercased.store(at: word + size)
      let taken = min(letters, Self.limit - length)
      size += taken
      length += taken
      index += letters
      if letters < 8 { return index }
    }
    while index < end, Self.isLetter(text[index]) {
      if length < Self.limit {
        word[size] = text[index] | 0x20
        size += 1
        length += 1
      }
      index += 1
    }
    return index
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    guard length < Self.limit else { return }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      word[size] = byte
      size += 1
    }
    length += 1
  }

  /// The word or run under way, if there is one.
  private mutating func ended() -> Word? {
    if length > 0 { return endedWord() }
    return last == nil ? nil : endedRun()
  }

  private mutating func endedWord() -> Word {
    let bytes = UnsafeBufferPointer(start: word, count: size)
    let head = EightBytes.first(size, of: EightBytes(at: word).bits)
    size = 0
    length = 0
    return Word(bytes: bytes, head: head)
  }

  /// The last character of a run is a word by itself, so that each character begins one.
  private mutating func endedRun() -> Word? {
    guard let scalar = last else { return nil }
    last = nil
    add(scalar)
    return endedWord()
  }

  private static func scalar(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) -> Unicode.Scalar {
    let first = UInt32(text[index])
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, index + count <= text.count else {
      index += 1
      return " "
    }
    var value = first & (0xFF >> UInt32(count + 1))
    for offset in 1..<count { value = value << 6 | UInt32(text[index + offset]) & 0x3F }
    index += count
    return Unicode.Scalar(value) ?? " "
  }

  /// The words of a text, for those who look at one text only.
  package static func words(of text: String) -> [String] {
    var reader = WordReader()
    var words: [String] = []
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var index = 0
      while let word = reader.next(in: bytes, &index) {
        words.append(String(decoding: word.bytes, as: UTF8.self))
      }
    }
    return words
  }
}
