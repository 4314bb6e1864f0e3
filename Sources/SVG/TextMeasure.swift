/// How wide a text is about in a sans-serif font. Browsers have different ones, so it is rather too
/// wide than too narrow.
package enum TextMeasure {
  /// Of a text whose size nobody says, in points.
  package static let size = 15.0
  package static let lineHeight = 20.0

  package static func space(_ size: Double) -> Double { width(of: " ", size: size) }

  package static func width(
    of text: Substring, isBold: Bool = false, size: Double = size
  ) -> Double {
    var units = 0
    for scalar in text.unicodeScalars { units += width(of: scalar) }
    return Double(units) * size / 1000 * (isBold ? 1.13 : 1.05)
  }

  /// In thousandths of the font's size.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: Int(narrow[Int(scalar.value) - 0x20])
    case ..<0x300: 620
    case 0x300..<0x370, 0x200B..<0x2010, 0xFE00..<0xFE10, 0x20D0..<0x2100: 0
    case 0x2010..<0x2030: 800
    case 0x1100..<0x1160, 0x2E80..<0xA4D0, 0xAC00..<0xD7A4, 0xF900..<0xFB00, 0xFE30..<0xFE70,
      0xFF00..<0xFF61, 0x2600..<0x2800, 0x1F000...0x1FAFF, 0x20000...0x3FFFD:
      1050
    case 0x2030..<0x2E80: 900
    default: 700
    }
  }

  /// From the space to the tilde: the wider of what common fonts have.
  private static let narrow: [UInt16] = [
    285, 300, 410, 620, 580, 880, 730, 225, 340, 340, 500, 620, 280, 340, 280, 380,  // " " to "/"
    580, 580, 580, 580, 580, 580, 580, 580, 580, 580, 290, 290, 620, 620, 620, 560,  // "0" to "?"
    1000, 690, 680, 730, 750, 660, 610, 780, 760, 300, 500, 680, 580, 880, 770, 800,  // "@" to "O"
    660, 800, 690, 670, 620, 750, 680, 960, 680, 660, 640, 330, 380, 330, 570, 520,  // "P" to "_"
    480, 580, 605, 520, 605, 580, 350, 605, 600, 260, 270, 550, 260, 910, 600, 600,  // "`" to "o"
    605, 605, 400, 520, 365, 600, 540, 790, 550, 540, 510, 390, 300, 390, 600,  // "p" to "~"
  ]
}
