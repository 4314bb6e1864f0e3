import CardDrawing
import Diagnostics
import Pages

/// What can be wrong with the pictures that stand for pages.
extension Code {
  static let cardAddress = Code(
    "TB-S040", "a site with social cards says where it will stand", .warning,
    explanation: """
      `social_cards` asks for a picture of each page, which other sites show beside a link to it. They \
      fetch the picture from the address that the page gives, and that has to be a whole one. The \
      configuration has no `url`, so there is none to give, and no card is drawn. Say where the site \
      will stand, or build with `--base-url`.
      """,
    wrong: """
      name: The guide
      social_cards: true
      """,
    right: """
      name: The guide
      url: https://example.org/guide/
      social_cards: true
      """,
    language: "yaml")
  static let cardLibrary = Code(
    "TB-S041", "what draws social cards is there", .warning,
    explanation: """
      Social cards are drawn with Pango and Cairo, which are loaded when a guide wants cards, and with the \
      fonts of the machine. One of them could not be had, so the site is published without cards, and its \
      pages name none. The message says how to install what is missing.
      """)
  static let cardCharacters = Code(
    "TB-S042", "the fonts have every character of a social card", .warning,
    explanation: """
      A title, a section or a description has characters that no installed font knows. They are left out of \
      the card, since boxes with numbers would tell nobody anything. Install a font for the script: Debian's \
      `fonts-noto-core` has most of them, `fonts-noto-cjk` those of East Asia, and `fonts-noto-color-emoji` \
      has emoji. The card is drawn anew by the next build.
      """)
  static let cardFont = Code(
    "TB-S043", "the font of social cards is installed", .warning,
    explanation: """
      `font` of `social_cards` names a font that this machine does not have, or several of which it has none. \
      The cards are drawn with another one. Fonts are found by the names that `fc-list` prints; a font of the site's style sheet \
      is one of the readers' browsers and need not be here.
      """)
  static let cardLogo = Code(
    "TB-S044", "the logo of social cards is a PNG", .warning,
    explanation: """
      `logo` of `social_cards` names a file that is not there, or one that is no PNG of up to 4096 pixels a \
      side. Cards are drawn without a logo. Save the picture as PNG; the logo of the theme may stay what \
      it is.
      """,
    wrong: """
      url: https://example.org/guide/
      social_cards:
        logo: images/no-such-logo.svg
      """,
    right: """
      url: https://example.org/guide/
      social_cards: true
      """,
    language: "yaml")
  static let pageImage = Code(
    "TB-S045", "the picture that stands for a page is there", .warning,
    explanation: """
      `image` in the front matter of a page names the picture that other sites show beside a link to it. \
      The content folder has no such file, seen from the page or from its top. The page is published \
      without a picture. Correct the path, add the file, or take the key out: then the page gets a social \
      card where the site has them.
      """,
    wrong: """
      ---
      image: no-such-picture.png
      ---

      # Ask for a plan
      """,
    right: """
      # Ask for a plan
      """)

  static let cards: [Code] = [
    .cardAddress, .cardLibrary, .cardCharacters, .cardFont, .cardLogo, .pageImage,
  ]
}

/// What is to be said about the cards of a guide as a whole.
enum CardFindings {
  /// What can be told from the guide alone.
  static func ofGuide(_ project: Project, _ catalog: Catalog) -> [Diagnostic] {
    var found = PageImage.missing(catalog)
    guard let settings = project.config.cards else { return found }
    if project.config.url == nil {
      found.append(
        Diagnostic(
          .cardAddress, .warning, "social cards need the address of the site, which has none",
          path: project.configPath, help: "write url: https://… into it, or build with --base-url"))
    }
    if let logo = settings.logo, !catalog.hasFile(Array(logo.utf8)) || !logo.hasSuffix(".png") {
      found.append(
        Diagnostic(
          .cardLogo, .warning, "there is no PNG \"\(logo)\" to be the logo of the social cards",
          path: project.configPath,
          help: "put one into \(project.content), or take it out of the configuration"))
    }
    return found
  }

  /// What depends on the machine that builds the site.
  static func ofMachine(_ project: Project) -> [Diagnostic] {
    guard let settings = project.config.cards, project.config.url != nil else { return [] }
    if let absence = CardLibrary.absence {
      return [
        Diagnostic(
          .cardLibrary, .warning, "\(absence.reason), so the site has no social cards",
          path: project.configPath, help: absence.help)
      ]
    }
    guard let font = settings.font, let missing = CardLibrary.missingFamily(in: font) else {
      return []
    }
    return [
      Diagnostic(
        .cardFont, .warning, "the font \"\(missing)\" of the social cards is not installed",
        path: project.configPath, help: "install it, or name one that fc-list shows")
    ]
  }
}
