/// What an author says about the look of a part of a diagram. Only values that are harmless in an
/// attribute are in it.
struct Style: Hashable, Sendable {
  var fill: String?
  var stroke: String?
  var strokeWidth: String?
  var dashes: String?
  var color: String?
  var isBold = false
  var isItalic = false
  /// Whether the fill is mostly transparent.
  var isWash = false

  static let none = Style()

  /// A thin layer of a colour, on which text can be read in light and dark.
  static func wash(_ color: String?) -> Style {
    var style = Style.none
    style.fill = color
    style.isWash = color != nil
    return style
  }

  /// What the other says counts more.
  mutating func add(_ other: Style) {
    fill = other.fill ?? fill
    stroke = other.stroke ?? stroke
    strokeWidth = other.strokeWidth ?? strokeWidth
    dashes = other.dashes ?? dashes
    color = other.color ?? color
    isBold = isBold || other.isBold
    isItalic = isItalic || other.isItalic
  }

  /// Reads `fill:#f9f,stroke:#333,stroke-width:4px`. Whatever else it says is left out.
  init(reading bytes: ArraySlice<UInt8>) {
    for entry in Self.entries(bytes) {
      guard let colon = entry.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = entry[..<colon].trimmed.text.lowercased()
      var value = entry[(colon + 1)...].trimmed.text
      if let mark = value.range(of: "!important") { value.removeSubrange(mark) }
      while value.last == " " { value.removeLast() }
      guard !value.isEmpty, value.count <= 60, value.utf8.allSatisfy(Self.isHarmless) else {
        continue
      }
      switch name {
      case "fill", "background", "background-color": fill = Self.paint(value)
      case "stroke", "border-color": stroke = Self.paint(value)
      case "stroke-width": strokeWidth = Self.length(value)
      case "stroke-dasharray":
        dashes = value.allSatisfy { $0.isNumber || $0 == " " || $0 == "." } ? value : nil
      case "color": color = Self.paint(value)
      case "font-weight": isBold = value == "bold" || (Int(value) ?? 0) >= 600
      case "font-style": isItalic = value == "italic"
      default: break
      }
    }
  }

  init() {}

  /// The colour of text on the fill, where the author names only this: it has to be read in light
  /// and dark alike.
  var textColor: String? {
    if let color { return color }
    guard let fill, fill != "none", fill != "transparent" else { return nil }
    return ColorBrightness.isDark(fill) ? "#fff" : "#111"
  }

  /// Entries stand between commas, but not those inside brackets or, escaped, of dashes.
  private static func entries(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var entries: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var depth = 0
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        guard depth <= 0 else { continue }
        entries.append(bytes[start..<index])
        start = index + 1
      default: break
      }
    }
    entries.append(bytes[start...])
    return entries
  }

  private static func isHarmless(_ byte: UInt8) -> Bool {
    byte.isNamePart && byte < 0x80 || " #(),.%-".utf8.contains(byte)
  }

  private static func paint(_ value: String) -> String? {
    let isNamed = value.utf8.allSatisfy { $0.isNamePart }
    let isNumbers = ["rgb(", "rgba(", "hsl(", "hsla("].contains { value.lowercased().hasPrefix($0) }
    return value.hasPrefix("#") || isNamed || isNumbers && value.hasSuffix(")") ? value : nil
  }

  private static func length(_ value: String) -> String? {
    let number = value.hasSuffix("px") ? String(value.dropLast(2)) : value
    guard let points = Double(number), points >= 0, points <= 20 else { return nil }
    return number
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<String.Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(part) { return index..<self.index(index, offsetBy: part.count) }
      index = self.index(after: index)
    }
    return nil
  }
}

/// Whether text on a colour has to be light.
enum ColorBrightness {
  static func isDark(_ color: String) -> Bool {
    guard let (red, green, blue) = parts(of: color.lowercased()) else { return false }
    return 0.299 * red + 0.587 * green + 0.114 * blue < 140
  }

  /// Each from 0 to 255; nil for what is not known, most of which is bright.
  private static func parts(of color: String) -> (Double, Double, Double)? {
    if color.hasPrefix("#") {
      let digits = color.dropFirst().compactMap { $0.hexDigitValue.map(Double.init) }
      if digits.count == 3 || digits.count == 4 {
        return (digits[0] * 17, digits[1] * 17, digits[2] * 17)
      }
      guard digits.count >= 6 else { return nil }
      return (
        digits[0] * 16 + digits[1], digits[2] * 16 + digits[3], digits[4] * 16 + digits[5]
      )
    }
    if color.hasPrefix("rgb") {
      let numbers = color.drop { $0 != "(" }.dropFirst().split { ", )".contains($0) }
        .compactMap { Double($0) }
      return numbers.count >= 3 ? (numbers[0], numbers[1], numbers[2]) : nil
    }
    return darkNames.contains(color) ? (0, 0, 0) : nil
  }

  private static let darkNames: Set<String> = [
    "black", "navy", "blue", "darkblue", "mediumblue", "green", "darkgreen", "teal", "maroon",
    "purple", "indigo", "darkred", "red", "crimson", "firebrick", "brown", "gray", "grey",
    "dimgray", "dimgrey", "darkslategray", "darkslategrey", "midnightblue", "darkviolet",
    "darkmagenta", "blueviolet", "saddlebrown", "sienna", "seagreen", "forestgreen", "royalblue",
    "steelblue", "slateblue", "slategray", "rebeccapurple", "olive", "darkolivegreen",
  ]
}

extension ColorBrightness {
  /// Whether a word is the name of a colour (CSS Color 4, named colours; the common ones).
  static func isName(_ word: String) -> Bool {
    darkNames.contains(word) || brightNames.contains(word)
  }

  private static let brightNames: Set<String> = [
    "transparent", "white", "aqua", "cyan", "lightblue", "lightgreen", "lightyellow", "lightgray",
    "lightgrey", "lightcyan", "lightpink", "lightcoral", "lightsalmon", "lightskyblue", "pink",
    "orange", "yellow", "gold", "lavender", "beige", "ivory", "khaki", "salmon", "tomato", "coral",
    "plum", "violet", "orchid", "skyblue", "turquoise", "aquamarine", "palegreen", "mintcream",
    "mistyrose", "aliceblue", "azure", "bisque", "silver", "tan", "thistle", "wheat", "whitesmoke",
    "honeydew", "linen", "snow", "lime", "fuchsia", "magenta", "hotpink", "springgreen",
  ]
}
