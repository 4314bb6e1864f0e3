/// What a card says.
package struct CardFace: Sendable, Hashable {
  package var title: String
  /// What the page is a part of.
  package var section: String?
  package var description: String?
  package var site: String
  /// Where the site stands, as readers know it: `example.org/guide`.
  package var place: String

  package init(
    title: String, section: String? = nil, description: String? = nil, site: String, place: String
  ) {
    self.title = Self.line(title)
    self.section = section.map(Self.line).flatMap { $0.isEmpty ? nil : $0 }
    self.description = description.map(Self.line).flatMap { $0.isEmpty ? nil : $0 }
    self.site = Self.line(site)
    self.place = Self.line(place)
  }

  /// More than fits on a card, whatever the letters; laying out a whole book takes long.
  private static let limit = 600

  /// A text as one line: white space and what has no shape of its own become single spaces.
  private static func line(_ text: String) -> String {
    let words = text.unicodeScalars.prefix(limit * 4).split { scalar in
      scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
        || scalar == "\u{FEFF}" || scalar == "\u{2028}" || scalar == "\u{2029}"
    }
    return String(words.map { String($0) }.joined(separator: " ").prefix(limit))
  }
}
