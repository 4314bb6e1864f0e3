/// An opaque colour of sRGB.
package struct CardColour: Sendable, Hashable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// - Parameter text: `#rgb` or `#rrggbb`, or one of the sixteen names of HTML 4; nil for others.
  package init?(_ text: String) {
    let text = text.lowercased()
    let digits = (Self.names[text] ?? text).utf8.dropFirst()
    guard (Self.names[text] ?? text).hasPrefix("#"), digits.count == 3 || digits.count == 6,
      digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    if digits.count == 6 {
      self.init(number)
    } else {
      self.init(
        red: UInt8(number >> 8 & 15) * 17, green: UInt8(number >> 4 & 15) * 17,
        blue: UInt8(number & 15) * 17)
    }
  }

  /// - Parameter number: 0xRRGGBB.
  init(_ number: UInt32) {
    self.init(
      red: UInt8(number >> 16 & 255), green: UInt8(number >> 8 & 255), blue: UInt8(number & 255))
  }

  var number: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

  /// The colour with a part of another, from 0 to 1.
  func mixed(with other: CardColour, _ part: Double) -> CardColour {
    func mix(_ one: UInt8, _ other: UInt8) -> UInt8 {
      UInt8((Double(one) * (1 - part) + Double(other) * part).rounded())
    }
    return CardColour(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  /// From 1 to 21, as WCAG 2 defines it, but for its curve of brightness, which is a square here.
  func contrast(to other: CardColour) -> Double {
    let lights = [luminance, other.luminance].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private var luminance: Double {
    func light(_ part: UInt8) -> Double { Double(part) * Double(part) / (255 * 255) }
    return 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue)
  }

  private static let names = [
    "black": "#000000", "silver": "#c0c0c0", "gray": "#808080", "grey": "#808080",
    "white": "#ffffff", "maroon": "#800000", "red": "#ff0000", "purple": "#800080",
    "fuchsia": "#ff00ff", "green": "#008000", "lime": "#00ff00", "olive": "#808000",
    "yellow": "#ffff00", "navy": "#000080", "blue": "#0000ff", "teal": "#008080",
    "aqua": "#00ffff",
  ]
}
