/// What a character is to the patterns: exactly one bit.
struct CharacterClass: OptionSet, Sendable {
  let rawValue: UInt8

  /// Upper and title case.
  static let upper = CharacterClass(rawValue: 1)
  static let lower = CharacterClass(rawValue: 2)
  /// Modifier letters and those of scripts without case.
  static let caseless = CharacterClass(rawValue: 4)
  static let mark = CharacterClass(rawValue: 8)
  static let number = CharacterClass(rawValue: 16)
  /// White space but for the two that end lines.
  static let space = CharacterClass(rawValue: 32)
  /// CR and LF.
  static let lineEnd = CharacterClass(rawValue: 64)
  static let other = CharacterClass(rawValue: 128)

  static let letter: CharacterClass = [.upper, .lower, .caseless]
  static let whitespace: CharacterClass = [.space, .lineEnd]
  /// Neither letter, number nor white space.
  static let symbol: CharacterClass = [.other, .mark]
  /// What may begin a word of `o200k`, as many as there are.
  static let wordStart: CharacterClass = [.upper, .caseless, .mark]
  /// What a word of `o200k` ends with, as many as there are.
  static let wordEnd: CharacterClass = [.lower, .caseless, .mark]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0A, 0x0D: self = .lineEnd
    // The property White_Space, as stable as a property can be.
    case 0x09...0x0C, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      self = .space
    default:
      self.init(scalar.properties.generalCategory)
      if self != .other, !Self.isKnown(scalar) { self = .other }
    }
  }

  /// tiktoken 0.14 knows Unicode 16; what came later is as unassigned to it.
  private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.age.map { $0.major <= 16 } ?? false
  }

  private init(_ category: Unicode.GeneralCategory) {
    switch category {
    case .uppercaseLetter, .titlecaseLetter: self = .upper
    case .lowercaseLetter: self = .lower
    case .modifierLetter, .otherLetter: self = .caseless
    case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
    case .decimalNumber, .letterNumber, .otherNumber: self = .number
    default: self = .other
    }
  }

  /// Of the characters up to U+FFFF, by code point: nearly all that are ever asked for.
  static let table: [UInt8] = (0..<0x10000).map { code in
    Unicode.Scalar(UInt32(code)).map { CharacterClass($0).rawValue }
      ?? CharacterClass.other.rawValue
  }
}
