/// What an attribute may hold on pages that anybody may have written.
enum SafeAttribute: Equatable {
  /// Any text: it is read by people only.
  case text
  /// No value, or one that says nothing.
  case flag
  case id, classes, number
  /// The target of a link, or of a picture, or several pictures.
  case link, image, images
  /// One of these words.
  case word([String])

  /// What the attribute of an element may hold; nil where it may not stand.
  /// - Parameters:
  ///   - name: in lower case.
  ///   - element: in lower case; nil for an attribute list, whatever it describes.
  static func named(_ name: String, on element: String?) -> SafeAttribute? {
    switch (name, element) {
    case ("id", _): .id
    case ("class", _): .classes
    case ("title", _), ("lang", _), ("aria-label", _): .text
    case ("dir", _): .word(["ltr", "rtl", "auto"])
    case ("aria-hidden", _): .word(["true", "false"])
    case ("align", _): .word(["left", "center", "right", "justify", "top", "middle", "bottom"])
    case ("valign", _): .word(["top", "middle", "bottom", "baseline"])
    case ("width", _), ("height", _): .number
    case ("href", "a"): .link
    case ("name", "a"): .id
    case ("cite", "blockquote"), ("cite", "q"), ("cite", "del"), ("cite", "ins"): .link
    case ("src", "img"): .image
    case ("srcset", "img"), ("srcset", "source"): .images
    case ("sizes", "img"), ("sizes", "source"), ("media", "source"), ("type", "source"),
      ("alt", "img"), ("abbr", "th"), ("headers", "td"), ("headers", "th"),
      ("datetime", "time"), ("datetime", "del"), ("datetime", "ins"):
      .text
    case ("loading", "img"), ("loading", nil): .word(["lazy", "eager"])
    // A list is made for links mostly; `rel` alone can do no harm.
    case ("target", "a"), ("target", nil): .word(["_blank", "_self"])
    case ("rel", "a"), ("rel", nil): .text
    case ("scope", "th"), ("scope", "td"): .word(["row", "col", "rowgroup", "colgroup"])
    case ("colspan", "td"), ("colspan", "th"), ("rowspan", "td"), ("rowspan", "th"),
      ("colspan", nil), ("rowspan", nil), ("span", "col"), ("span", "colgroup"), ("start", "ol"),
      ("start", nil), ("value", "li"):
      .number
    case ("type", "ol"): .word(["1", "a", "A", "i", "I"])
    case ("open", "details"), ("open", nil), ("reversed", "ol"): .flag
    default: nil
    }
  }

  /// The value where it may stand, as it is to be written; nil where it may not. Targets are judged
  /// by whoever writes them.
  func value(_ value: [UInt8]) -> [UInt8]? {
    switch self {
    case .text, .link, .image, .images: value
    case .flag: []
    case .id: SafeNames.isID(value) ? value : nil
    case .classes:
      Self.classes(value)
    case .number: Self.isNumber(value) ? value : nil
    case .word(let words): words.contains { value.elementsEqual($0.utf8) } ? value : nil
    }
  }

  /// Those that may be given; nil where none is left.
  private static func classes(_ value: [UInt8]) -> [UInt8]? {
    let names = value.split(whereSeparator: PageRenderer.isSpace).filter(SafeNames.isClass)
    return names.isEmpty ? nil : Array(names.joined(separator: [0x20]))
  }

  /// Digits, and what they are a share or number of.
  private static func isNumber(_ value: [UInt8]) -> Bool {
    let digits = value.prefix { (0x30...0x39).contains($0) }
    let unit = value[digits.endIndex...]
    return (1...6).contains(digits.count)
      && (unit.isEmpty || unit.elementsEqual("%".utf8) || unit.elementsEqual("px".utf8))
  }
}
