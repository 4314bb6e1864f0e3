/// What a character is to the search: part of a word and in which form, or between two words.
///
/// Answers are kept: a text asks for the same ones again and again.
struct CharacterFolding {
  /// One character's answer, in 32 bits.
  struct Answer: Equatable {
    let bits: UInt32

    /// Stands between words.
    static let separator = Answer(bits: .max)
    /// Belongs to a word and leaves nothing of itself, as an accent.
    static let nothing = Answer(bits: .max - 1)
    /// Nobody has asked for it yet.
    static let unknown = Answer(bits: .max - 2)

    /// Whether its script puts no spaces between words: every two characters are one.
    var isUnspaced: Bool { bits & 0x4000_0000 != 0 && bits < 0x8000_0000 }
    var isSeveral: Bool { bits & 0x8000_0000 != 0 }
    /// The character to write; of several ones, their number.
    var value: Int { Int(bits & 0x3FFF_FFFF) }
  }

  /// The answers for 256 characters each; empty where nobody has asked for any.
  private var pages: [[Answer]] = Array(repeating: [], count: 0x1100)
  /// What becomes more than one character.
  private(set) var several: [[Unicode.Scalar]] = []

  mutating func answer(for scalar: Unicode.Scalar) -> Answer {
    let (page, place) = (Int(scalar.value >> 8), Int(scalar.value & 0xFF))
    if pages[page].isEmpty { pages[page] = Array(repeating: .unknown, count: 256) }
    let known = pages[page][place]
    if known != .unknown { return known }
    let answer = decided(scalar)
    pages[page][place] = answer
    return answer
  }

  private mutating func decided(_ scalar: Unicode.Scalar) -> Answer {
    if Self.isDropped(scalar) { return .nothing }
    guard Self.isOfWord(scalar) else { return .separator }
    let plain = FoldTable.plain[scalar.value] ?? scalar.properties.lowercaseMapping
    let scalars = Array(plain.unicodeScalars)
    guard let first = scalars.first else { return .nothing }
    let mark: UInt32 = Self.isUnspaced(first) ? 0x4000_0000 : 0
    if scalars.count == 1 { return Answer(bits: first.value | mark) }
    several.append(scalars)
    return Answer(bits: UInt32(several.count - 1) | 0x8000_0000)
  }

  /// Letters, digits and marks of all scripts.
  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }

  /// Accents, the vowel points of Hebrew and Arabic, soft hyphens: readers leave them out.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x300...0x36F, 0x483...0x487, 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5,
      0x5C7, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7,
      0x6E8, 0x6EA...0x6ED:
      true
    default: false
    }
  }

  /// Thai, Lao, Burmese, Khmer, Kana, Hangul and Han. Korean has spaces, but its particles stick to
  /// the words.
  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007,
      0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
