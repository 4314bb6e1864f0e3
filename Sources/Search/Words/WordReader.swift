import ByteText

/// Takes a text apart into the words that the index is made of: in lower case, without accents, and
/// pairs of characters where a script has no spaces. `search.js` does the same with what a reader
/// types.
package struct WordReader: ~Copyable {
  private var folding = CharacterFolding()
  /// The word so far: its bytes, how many there are, and how many characters.
  private let word: UnsafeMutablePointer<UInt8>
  private var size = 0
  private var length = 0
  /// The last character of a run without spaces; none outside of such a run.
  private var last = ByteBuffer(capacity: 16)
  private static let limit = 32

  package init() { word = .allocate(capacity: (Self.limit + 1) * 4) }

  deinit { word.deallocate() }

  /// Lower case of ASCII letters and digits; 0 for what stands between words.
  private static let plain: [UInt8] = (0..<256).map { (byte: Int) -> UInt8 in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) | 0x20
    default: 0
    }
  }

  /// Calls `body` with each word of a text in UTF-8, in their order. A word has no more than 32
  /// characters.
  @inline(__always)
  mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    Self.plain.withUnsafeBufferPointer { plain in
      var index = 0
      while index < text.count {
        let byte = text[index]
        if byte >= 0x80 {
          take(folding.answer(for: Self.scalar(text, &index)), body)
        } else if plain[Int(byte)] == 0 {
          end(body)
          index += 1
        } else {
          if !last.isEmpty { endRun(body) }
          index = takeLetters(text, from: index, plain)
        }
      }
      end(body)
    }
  }

  /// Adds a run of ASCII letters and digits to the word. Returns where it ends.
  @inline(__always)
  private mutating func takeLetters(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ plain: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var index = start
    var count = length
    while index < text.count {
      let letter = plain[Int(text[index])]
      if letter == 0 { break }
      if count < Self.limit {
        word[size] = letter
        size += 1
        count += 1
      }
      index += 1
    }
    length = count
    return index
  }

  private mutating func take(
    _ answer: CharacterFolding.Answer, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    if answer == .nothing { return }
    if answer == .separator { return end(body) }
    if answer.isSeveral {
      if !last.isEmpty { endRun(body) }
      for scalar in folding.several[answer.value] { add(scalar) }
      return
    }
    guard let scalar = Unicode.Scalar(UInt32(answer.value)) else { return end(body) }
    if answer.isUnspaced {
      if length > 0 { endWord(body) }
      if !last.isEmpty {
        let before = last.count
        last.append(scalar)
        last.withBytes(body)
        for index in before..<last.count { last[index - before] = last[index] }
        last.truncate(to: last.count - before)
      } else {
        last.append(scalar)
      }
    } else {
      if !last.isEmpty { endRun(body) }
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
  private mutating func end(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if length > 0 { endWord(body) }
    if !last.isEmpty { endRun(body) }
  }

  @inline(__always)
  private mutating func endWord(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    body(UnsafeBufferPointer(start: word, count: size))
    size = 0
    length = 0
  }

  /// The last character of a run is a word by itself, so that each character begins one.
  private mutating func endRun(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    last.withBytes(body)
    last.removeAll()
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
      reader.read(bytes) { words.append(String(decoding: $0, as: UTF8.self)) }
    }
    return words
  }
}

extension ByteBuffer {
  mutating func append(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
  }
}
