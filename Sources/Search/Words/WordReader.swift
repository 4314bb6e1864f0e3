import ByteText

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
  /// The last character of a run without spaces.
  private var last = ByteBuffer(capacity: 16)
  private var isInRun = false
  private static let limit = 32

  // Eight bytes more: letters come eight at a time.
  package init() { word = .allocate(capacity: (Self.limit + 1) * 4 + 8) }

  deinit { word.deallocate() }

  /// Calls `body` with each word of a text in UTF-8, in their order. A word has no more than 32
  /// characters.
  @inline(__always)
  mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ body: (Word) -> Void) {
    guard let bytes = text.baseAddress else { return }
    var index = 0
    while index < text.count {
      let byte = bytes[index]
      if byte >= 0x80 {
        take(folding.answer(for: Self.scalar(text, &index)), body)
      } else if Self.isLetter(byte) {
        if isInRun { endRun(body) }
        index = takeLetters(bytes, from: index, to: text.count)
      } else {
        end(body)
        index += 1
      }
    }
    end(body)
  }

  /// Whether a byte is an ASCII letter or digit.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// Adds a run of ASCII letters and digits to the word. Returns where it ends.
  @inline(__always)
  private mutating func takeLetters(
    _ text: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var index = start
    while index + 8 <= end {
      let eight = EightBytes(at: text + index)
      let letters = eight.letters
      let taken = min(letters, Self.limit - length)
      eight.lowercased.store(at: word + size)
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

  private mutating func take(
    _ answer: CharacterFolding.Answer, _ body: (Word) -> Void
  ) {
    if answer == .nothing { return }
    if answer == .separator { return end(body) }
    if answer.isSeveral {
      if isInRun { endRun(body) }
      for scalar in folding.several[answer.value] { add(scalar) }
      return
    }
    guard let scalar = Unicode.Scalar(UInt32(answer.value)) else { return end(body) }
    if answer.isUnspaced {
      if length > 0 { endWord(body) }
      if isInRun {
        let before = last.count
        last.append(scalar)
        giveLast(to: body)
        for index in before..<last.count { last[index - before] = last[index] }
        last.truncate(to: last.count - before)
      } else {
        last.append(scalar)
        isInRun = true
      }
    } else {
      if isInRun { endRun(body) }
      add(scalar)
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    guard length < Self.limit else { return }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      word[size] = byte
      size += 1
    }
    length += 1
  }

  @inline(__always)
  private mutating func end(_ body: (Word) -> Void) {
    if length > 0 { endWord(body) }
    if isInRun { endRun(body) }
  }

  @inline(__always)
  private mutating func endWord(_ body: (Word) -> Void) {
    let head = EightBytes.first(size, of: EightBytes(at: word).bits)
    body(Word(bytes: UnsafeBufferPointer(start: word, count: size), head: head))
    size = 0
    length = 0
  }

  /// The last character of a run is a word by itself, so that each character begins one.
  private mutating func endRun(_ body: (Word) -> Void) {
    giveLast(to: body)
    last.removeAll()
    isInRun = false
  }

  private func giveLast(to body: (Word) -> Void) {
    last.withBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      body(Word(bytes: bytes, head: EightBytes.first(bytes.count, of: EightBytes(at: start).bits)))
    }
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
      reader.read(bytes) { words.append(String(decoding: $0.bytes, as: UTF8.self)) }
    }
    return words
  }
}

extension ByteBuffer {
  mutating func append(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
  }
}
