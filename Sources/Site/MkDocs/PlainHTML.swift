/// Text out of the little HTML that mkdocs takes where this program takes a line of text.
enum PlainHTML {
  static func text(_ html: String) -> String {
    var text = ""
    var rest = html[...]
    while let character = rest.first {
      if character == "<", let end = rest.firstIndex(of: ">") {
        rest = rest[rest.index(after: end)...]
      } else if character == "&", let end = rest.prefix(12).firstIndex(of: ";"),
        let meant = reference(rest[rest.index(after: rest.startIndex)..<end])
      {
        text += meant
        rest = rest[rest.index(after: end)...]
      } else {
        text.append(character)
        rest = rest.dropFirst()
      }
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func reference(_ name: Substring) -> String? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let number =
        digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap(Unicode.Scalar.init).map { String($0) }
    }
    return named[String(name)]
  }

  private static let named = [
    "copy": "©", "reg": "®", "trade": "™", "amp": "&", "lt": "<", "gt": ">", "quot": "\"",
    "nbsp": " ", "ndash": "–", "mdash": "—", "middot": "·", "hearts": "♥", "bull": "•",
  ]
}
