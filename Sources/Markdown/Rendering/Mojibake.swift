/// UTF-8 that was read as Windows-1252: `â€™` for `’`.
///
/// Bytes of one character were turned into two to four characters each. Reading those characters as
/// bytes again gives valid UTF-8, which text of no language does by chance but for a few letters
/// beside closing quotes and dashes.
enum Mojibake {
  struct Found {
    var end: Int
    var text: String
  }

  private struct Piece {
    var end: Int
    var scalar: Unicode.Scalar
    var lead: UInt8
    /// Whether a part of it is more than punctuation that may follow a word.
    var isOdd: Bool
  }

  /// Whether the byte at `index` and the next begin a character that may be such a lead byte.
  static func mayBegin(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    index + 3 < text.count && text[index] == 0xC3 && (0x82...0xB4).contains(text[index + 1])
      && text[index + 2] >= 0xC2
  }

  /// The run of such characters that begins at `start`.
  static func find(_ text: UnsafeBufferPointer<UInt8>, at start: Int, _ end: Int) -> Found? {
    guard mayBegin(text, at: start) else { return nil }
    var pieces: [Piece] = []
    var index = start
    while pieces.count < 10_000, let piece = piece(text, at: index, end) {
      pieces.append(piece)
      index = piece.end
    }
    guard let first = pieces.first else { return nil }
    let isSure =
      pieces.count > 1 ? pieces.contains(where: \.isOdd) : isSure(first, text, start, end)
    guard isSure else { return nil }
    var characters = String.UnicodeScalarView()
    characters.append(contentsOf: pieces.map(\.scalar))
    return Found(end: index, text: String(characters))
  }

  /// Whether one piece alone tells enough.
  private static func isSure(
    _ piece: Piece, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    let isAfterLetter = start > 0 && isLetter(text[start - 1])
    let isBeforeLetter = piece.end < end && isLetter(text[piece.end])
    switch piece.lead {
    case 0xC2: return piece.scalar.value >= 0xA0 && piece.scalar != "»"
    case 0xC3 where piece.scalar == "à":
      // Its second character is a space that does not break lines.
      return !isAfterLetter || (0x61...0x7A).contains(text[start - 1])
    case 0xC3: return piece.isOdd || (!isAfterLetter && isBeforeLetter)
    case 0xC4, 0xC5: return piece.isOdd && (isAfterLetter || isBeforeLetter)
    case 0xE2: return piece.isOdd && (0x2000...0x2BFF).contains(piece.scalar.value)
    case 0xEF: return [0xFE0F, 0xFEFF, 0xFFFD].contains(piece.scalar.value)
    case 0xF0: return piece.isOdd && (0x1F000...0x1FAFF).contains(piece.scalar.value)
    default: return false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    HTMLBlockSyntax.isLetter(byte) || byte >= 0x80
  }

  private static func piece(
    _ text: UnsafeBufferPointer<UInt8>, at start: Int, _ end: Int
  ) -> Piece? {
    guard let (lead, first) = byte(text, at: start, end) else { return nil }
    let count: Int
    switch lead {
    case 0xC2...0xDF: count = 1
    case 0xE0...0xEF: count = 2
    case 0xF0...0xF4: count = 3
    default: return nil
    }
    var bytes = [lead]
    var index = first
    var isOdd = false
    for _ in 0..<count {
      guard let (next, after) = byte(text, at: index, end), (0x80...0xBF).contains(next) else {
        return nil
      }
      bytes.append(next)
      if !isPunctuation(next) { isOdd = true }
      index = after
    }
    let decoded = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    guard decoded.count == 1, decoded[0] != "\u{FFFD}" || bytes == [0xEF, 0xBF, 0xBD],
      decoded[0].value >= 0x80
    else { return nil }
    return Piece(end: index, scalar: decoded[0], lead: lead, isOdd: isOdd)
  }

  /// Whether the byte is punctuation in Windows-1252 that may follow a word: quotes, dashes, an
  /// ellipsis, a space.
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x82, 0x84, 0x85, 0x8B, 0x91...0x97, 0x9B, 0xA0, 0xAB, 0xB7, 0xBB: true
    default: false
    }
  }

  /// The byte that Windows-1252 has for the character at `start`, and the offset after it.
  private static func byte(
    _ text: UnsafeBufferPointer<UInt8>, at start: Int, _ end: Int
  ) -> (byte: UInt8, end: Int)? {
    guard start + 1 < end, text[start] >= 0xC2 else { return nil }
    let second = UInt32(text[start + 1] & 0x3F)
    if text[start] < 0xE0 {
      let value = UInt32(text[start] & 0x1F) << 6 | second
      return byte(of: value).map { ($0, start + 2) }
    }
    guard text[start] < 0xF0, start + 2 < end else { return nil }
    let value = UInt32(text[start] & 0x0F) << 12 | second << 6 | UInt32(text[start + 2] & 0x3F)
    return byte(of: value).map { ($0, start + 3) }
  }

  private static func byte(of value: UInt32) -> UInt8? {
    if (0xA0...0xFF).contains(value) { return UInt8(value) }
    // What Windows-1252 leaves undefined is read as it is.
    if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(value) { return UInt8(value) }
    return specials.firstIndex(of: value).map { UInt8(0x80 + $0) }
  }

  /// The characters that Windows-1252 has from 0x80 to 0x9F.
  private static let specials: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
