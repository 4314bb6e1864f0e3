/// Cuts a text into the pieces that a pattern's regular expression matches, one after the other:
/// every byte belongs to one of them.
///
/// The bytes should be UTF-8; where they are not, each byte is a symbol.
struct PieceScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  /// `CharacterClass.table`.
  let classes: UnsafeBufferPointer<UInt8>

  /// The end of the piece that begins at `start`, which is before the end of the text.
  func end(of start: Int, _ pattern: SplitPattern) -> Int {
    switch pattern {
    case .cl100k: cl100kEnd(of: start)
    case .o200k: o200kEnd(of: start)
    }
  }

  /// The class and the length in bytes of the character at `index`, which is before the end.
  @inline(__always) func character(at index: Int) -> (kind: CharacterClass, length: Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (CharacterClass(rawValue: classes[Int(byte)]), 1) }
    return characterBeyondASCII(at: index)
  }

  /// The first character from `start` on that is none of these.
  @inline(__always) func end(of kinds: CharacterClass, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let (kind, length) = character(at: index)
      guard kinds.contains(kind) else { break }
      index += length
    }
    return index
  }

  private func characterBeyondASCII(at index: Int) -> (kind: CharacterClass, length: Int) {
    let first = UInt32(bytes[index])
    switch first {
    case 0xC2...0xDF:
      guard let second = continuation(index + 1) else { break }
      return (kind((first & 0x1F) << 6 | second), 2)
    case 0xE0...0xEF:
      guard let second = continuation(index + 1), let third = continuation(index + 2) else { break }
      return (kind((first & 0x0F) << 12 | second << 6 | third), 3)
    case 0xF0...0xF4:
      guard let second = continuation(index + 1), let third = continuation(index + 2),
        let fourth = continuation(index + 3)
      else { break }
      let code = (first & 0x07) << 18 | second << 12 | third << 6 | fourth
      guard let scalar = Unicode.Scalar(code) else { break }
      return (CharacterClass(scalar), 4)
    default: break
    }
    return (.other, 1)
  }

  /// The code point of the character at `index` that is so many bytes long.
  func code(at index: Int, _ length: Int) -> UInt32 {
    var code = UInt32(bytes[index])
    guard length > 1 else { return code }
    code &= 0x7F >> UInt32(length)
    for place in index + 1..<index + length { code = code << 6 | UInt32(bytes[place] & 0x3F) }
    return code
  }

  @inline(__always) private func kind(_ code: UInt32) -> CharacterClass {
    CharacterClass(rawValue: classes[Int(code)])
  }

  @inline(__always) private func continuation(_ index: Int) -> UInt32? {
    guard index < bytes.count, bytes[index] & 0xC0 == 0x80 else { return nil }
    return UInt32(bytes[index] & 0x3F)
  }
}

extension PieceScanner {
  /// The end of an English contraction at `index` (`'s 't 're 've 'm 'll 'd` in any case);
  /// `index` where there is none.
  func endOfContraction(at index: Int) -> Int {
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "'") else { return index }
    let next = index + 2 < bytes.count ? bytes[index + 2] | 0x20 : 0
    switch bytes[index + 1] {
    case UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "t"), UInt8(ascii: "T"),
      UInt8(ascii: "m"), UInt8(ascii: "M"), UInt8(ascii: "d"), UInt8(ascii: "D"):
      return index + 2
    case UInt8(ascii: "r"), UInt8(ascii: "R"), UInt8(ascii: "v"), UInt8(ascii: "V"):
      return next == UInt8(ascii: "e") ? index + 3 : index
    case UInt8(ascii: "l"), UInt8(ascii: "L"):
      return next == UInt8(ascii: "l") ? index + 3 : index
    // U+017F, the long s, is another case of s.
    case 0xC5: return index + 2 < bytes.count && bytes[index + 2] == 0xBF ? index + 3 : index
    default: return index
    }
  }

  /// A piece of white space from `start` to `end`, none of it a line end: what stands before
  /// a word leaves it the last character, `\s+(?!\S)|\s`.
  func endOfSpaces(from start: Int, to end: Int) -> Int {
    guard end < bytes.count else { return end }
    var last = end - 1
    while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
    return last > start ? last : end
  }

  /// The end of the white space at `start`, and the end of its last CR or LF, if any.
  func whitespace(from start: Int) -> (end: Int, lastLine: Int?) {
    var index = start
    var lastLine: Int?
    while index < bytes.count {
      let (kind, length) = character(at: index)
      guard CharacterClass.whitespace.contains(kind) else { break }
      index += length
      if kind == .lineEnd { lastLine = index }
    }
    return (index, lastLine)
  }

  /// The end of at most three numbers.
  func endOfNumbers(from start: Int) -> Int {
    var index = start
    for _ in 0..<3 where index < bytes.count {
      let (kind, length) = character(at: index)
      guard kind == .number else { break }
      index += length
    }
    return index
  }
}
