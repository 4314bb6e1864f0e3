import YAML

/// The colours that Material has names for, each in a tone for light pages and one for dark pages.
/// Links and buttons have it, so the tones are such that text in them can be read on this program's
/// pages (4.5 : 1 or more).
struct MaterialColour {
  let light: String
  let dark: String

  /// - Parameter palette: one with `primary`, `accent` or both. Black and white are no colours for
  ///   links: then the accent is, else Material's own indigo.
  init(_ palette: YAMLNode) {
    let names = ["primary", "accent"].compactMap { palette[key: $0]?.text }
      .map { $0.lowercased().split(separator: " ").joined(separator: "-") }
    if names.first == "custom" {
      // What the author's style sheets say.
      light = "var(--md-primary-fg-color, slateblue)"
      dark = "var(--md-primary-fg-color, lightsteelblue)"
      return
    }
    let tones = names.lazy.compactMap { Self.tones[$0] }.first
    light = tones?.light ?? "#4051b5"
    dark = tones?.dark ?? "#9fa8da"
  }

  private static let tones: [String: (light: String, dark: String)] = [
    "red": ("#b71c1c", "#ef9a9a"), "pink": ("#ad1457", "#f48fb1"),
    "purple": ("#7b1fa2", "#ce93d8"), "deep-purple": ("#512da8", "#b39ddb"),
    "indigo": ("#4051b5", "#9fa8da"), "blue": ("#0f55a5", "#90caf9"),
    "light-blue": ("#01579b", "#81d4fa"), "cyan": ("#006064", "#80deea"),
    "teal": ("#00695c", "#80cbc4"), "green": ("#256b29", "#a5d6a7"),
    "light-green": ("#33691e", "#c5e1a5"), "lime": ("#686012", "#e6ee9c"),
    "yellow": ("#7a5c00", "#fff59d"), "amber": ("#875200", "#ffe082"),
    "orange": ("#9a4200", "#ffcc80"), "deep-orange": ("#ad3009", "#ffab91"),
    "brown": ("#6d4c41", "#bcaaa4"), "grey": ("#616161", "#bdbdbd"),
    "blue-grey": ("#455a64", "#b0bec5"),
  ]
}
