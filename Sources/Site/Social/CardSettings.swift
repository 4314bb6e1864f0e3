import CardDrawing
import YAML

extension SiteConfig {
  /// How the pictures look that stand for pages where a link to them is shown.
  package struct CardSettings: Sendable, Hashable {
    /// Colours as `#rgb` or `#rrggbb`.
    package var background: String?
    package var colour: String?
    /// Families of fonts that are installed, separated by commas.
    package var font: String?
    /// Path in the content folder.
    package var logo: String?
  }

  static let cardRecord = Record([
    Field(
      "background", .formatted(.cardColour), "the colour of the card; else that of paper"),
    Field(
      "colour", .formatted(.cardColour),
      "the colour of the title; else one that can be read on the background",
      otherNames: ["color"]),
    Field(
      "font", .formatted(.fontFamilies),
      "a font that is installed, or several, separated by commas"),
    Field(
      "logo", .formatted(.contentPath), "a PNG in the content folder; else the theme's logo"),
  ])
}

extension SiteConfig.CardSettings {
  /// Nil where cards are switched off.
  init?(_ node: YAMLNode) {
    if node.bool == false { return nil }
    background = node[key: "background"]?.text(as: .cardColour)
    colour = node[key: "colour"]?.text(as: .cardColour)
    font = node[key: "font"]?.text(as: .fontFamilies)
    logo = node[key: "logo"]?.text(as: .contentPath)
  }

  /// The options of the plugin `social` of Material for MkDocs that have a counterpart here.
  /// - Parameters:
  ///   - options: `cards_layout_options`.
  ///   - content: The folder of the pages: a logo is named from the project's.
  ///   - unused: Gets the names of those that have none.
  init(mkdocs options: YAMLNode?, content: String, unused: (YAMLEntry) -> Void) {
    for entry in options?.entries ?? [] where !entry.value.isNull {
      switch entry.key {
      case "background_color":
        background = entry.value.text(as: .cardColour)
        if background == nil { unused(entry) }
      case "color":
        colour = entry.value.text(as: .cardColour)
        if colour == nil { unused(entry) }
      case "font_family":
        font = entry.value.text(as: .fontFamilies)
        if font == nil { unused(entry) }
      case "logo":
        let path = entry.value.text.map { path in
          path.hasPrefix(content + "/") ? String(path.dropFirst(content.utf8.count + 1)) : path
        }
        logo = path.flatMap { TextFormat.contentPath.problem($0) == nil ? $0 : nil }
        if logo == nil { unused(entry) }
      default: unused(entry)
      }
    }
  }
}

extension TextFormat {
  static let cardColour = TextFormat(
    "a colour such as #4051b5", pattern: "^(#([0-9A-Fa-f]{3}){1,2}|[A-Za-z]+)$"
  ) { text in
    CardColour(text) == nil
      ? "is neither # and three or six hexadecimal digits nor a name of HTML 4" : nil
  }

  static let fontFamilies = TextFormat("the name of a font", pattern: #"^[^\x00-\x1f]+$"#) { text in
    if text.allSatisfy({ $0 == " " || $0 == "," }) { return "is empty" }
    return text.utf8.contains { $0 < 0x20 || $0 == 0x7F } ? "contains a control character" : nil
  }
}
