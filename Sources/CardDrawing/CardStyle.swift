import ByteText

/// How the cards of a site look.
package struct CardStyle: Sendable, Hashable {
  let background: CardColour
  /// Of the title.
  let ink: CardColour
  /// Of what stands back: the description and the address.
  let muted: CardColour
  let accent: CardColour
  let rule: CardColour
  /// Families in the order in which they are looked for.
  let family: String
  /// A language tag: the same sign has another shape in Japanese than in Chinese.
  let language: String
  let isRightToLeft: Bool
  /// A PNG; empty where there is none.
  let logo: [UInt8]

  /// What is used where no family is named: the first of these that is installed.
  package static let families = "Inter, Noto Sans, Lato, Open Sans, DejaVu Sans, sans-serif"

  /// - Parameters:
  ///   - colour: Of the text; else one that can be read on the background.
  ///   - accent: Replaced by the colour of the text where it could not be seen.
  package init(
    background: CardColour?, colour: CardColour?, accent: CardColour?, family: String?,
    language: String, isRightToLeft: Bool, logo: [UInt8]
  ) {
    let paper = background ?? CardColour(0xFDFCF9)
    let dark = CardColour(0x1D2427)
    let light = CardColour(0xFFFFFF)
    let ink =
      colour ?? (paper.contrast(to: dark) >= paper.contrast(to: light) ? dark : light)
    let accent = accent ?? CardColour(0x0A6A61)
    self.background = paper
    self.ink = ink
    self.accent = paper.contrast(to: accent) >= 3 ? accent : ink
    muted = ink.mixed(with: paper, 0.28)
    rule = ink.mixed(with: paper, 0.84)
    self.family = family.map { "\($0), \(Self.families)" } ?? Self.families
    self.language = language
    self.isRightToLeft = isRightToLeft
    self.logo = PNGHeader.isDrawable(logo) ? logo : []
  }

  var fingerprint: Fingerprint {
    var fingerprint = Fingerprint()
    for colour in [background, ink, muted, accent, rule] {
      fingerprint.add(UInt64(colour.number))
    }
    fingerprint.add(family)
    fingerprint.add(language)
    fingerprint.add(isRightToLeft ? 1 : 0)
    fingerprint.add(logo)
    return fingerprint
  }
}
