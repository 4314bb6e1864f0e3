/// Scripts with tokens of about the same length.
enum Script {
  case latin, greek, cyrillic, armenian, hebrew, arabic, indic, thai, georgian, hangul, han, other

  /// Of a letter or mark beyond ASCII.
  init(_ code: UInt32) {
    self =
      switch code {
      case 0x80..<0x370, 0x1E00..<0x1F00: .latin
      case 0x370..<0x400, 0x1F00..<0x2000: .greek
      case 0x400..<0x530: .cyrillic
      case 0x530..<0x590: .armenian
      case 0x590..<0x600: .hebrew
      case 0x600..<0x780: .arabic
      case 0x900..<0xE00: .indic
      case 0xE00..<0xF00: .thai
      case 0x10A0..<0x1100: .georgian
      case 0x1100..<0x1200, 0xAC00..<0xD7B0: .hangul
      // Kana too.
      case 0x3040..<0xA000, 0xF900..<0xFB00, 0xFF66..<0xFFA0, 0x20000...: .han
      default: .other
      }
  }

  /// How many letters the first token of a word has, and what each of the others is worth. Those
  /// of Latin depend on the text.
  var worth: (free: Double, each: Double) {
    switch self {
    case .latin: (2, 0.3)
    case .greek: (3, 0.45)
    case .cyrillic: (3, 0.25)
    case .armenian: (3, 0.34)
    case .hebrew: (2, 0.42)
    case .arabic: (3, 0.36)
    case .indic: (3, 0.4)
    case .thai: (1, 0.42)
    case .georgian: (3, 0.36)
    case .hangul: (0.4, 0.46)
    case .han: (0.4, 0.77)
    case .other: (1, 1)
    }
  }
}
