/// Which way a paragraph is written.
enum Direction {
  /// By the first letter that says so (rules P2 and P3 of Unicode's bidirectional algorithm, with the
  /// blocks of scripts in place of each letter's own class).
  static func isRightToLeft(_ text: Substring) -> Bool {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
        if scalar.properties.isAlphabetic { return true }
      default:
        if scalar.properties.isAlphabetic { return false }
      }
    }
    return false
  }
}
