import CardDrawing
import Diagnostics
import FileTree
import Pages

/// The pictures that stand for pages where a link to them is shown. A card's name says all that it
/// is made of, so pages can name it before it is drawn, and one that is in the old site is drawn no
/// more.
struct SocialCards: Sendable {
  static let folder = "assets/cards/"
  private static let logoLimit = 4 << 20

  private let style: CardStyle
  private let names: CardName
  private let siteName: String
  private let siteDescription: String?
  private let place: String
  /// Names of cards that could not be drawn.
  private var lost: Set<String> = []

  /// Nil where the site has no cards, or none can be drawn.
  init?(_ project: Project, _ catalog: Catalog, _ reader: FileReader) {
    guard let settings = project.config.cards, let url = project.config.url,
      CardLibrary.absence == nil
    else { return nil }
    let config = project.config
    let logo = (settings.logo ?? config.theme.logo).flatMap { path in
      catalog.hasFile(Array(path.utf8)) ? try? reader.read(path, limit: Self.logoLimit) : nil
    }
    style = CardStyle(
      background: settings.background.flatMap { CardColour($0) },
      colour: settings.colour.flatMap { CardColour($0) },
      accent: (config.theme.accent?.light).flatMap { CardColour($0) }, family: settings.font,
      language: config.language,
      isRightToLeft: SharedContext.direction(of: config.language) == "rtl", logo: logo ?? [])
    names = CardName(program: project.generator, identity: CardLibrary.identity, style: style)
    siteName = config.name
    siteDescription = config.description
    place = Self.place(url)
  }

  /// An address as people write it: without the scheme and the slash at its end.
  private static func place(_ url: SiteURL) -> String {
    let text = url.text.dropLast()
    return text.firstRange(of: "://").map { String(text[$0.upperBound...]) } ?? String(text)
  }

  /// The card of the site, which stands for its lists too.
  var ofSite: CardFace {
    CardFace(title: siteName, description: siteDescription, site: siteName, place: place)
  }

  /// The card of a page; nil where the page has a picture of its own, or wants none.
  func face(ofPage index: Int, in site: Site) -> CardFace? {
    let page = site.catalog.pages[index]
    guard page.frontMatter.image == nil, PageImage.isWanted(page) else { return nil }
    let description = page.frontMatter.description?.value
    let url = site.catalog.urls[index]
    if url.isEmpty || url == "index.html" {
      var face = ofSite
      face.description =
        CardFace(title: "", description: description, site: "", place: "").description
        ?? face.description
      return face
    }
    return CardFace(
      title: page.title, section: section(of: index, in: site), description: description,
      site: siteName, place: place)
  }

  /// What the page stands in, besides itself.
  private func section(of index: Int, in site: Site) -> String? {
    guard let node = site.navigation.nodeOfPage[index] else { return nil }
    return site.navigation.ancestors(of: node).reversed()
      .first { site.navigation.page(of: $0, in: site.catalog) != index }
      .map { site.navigation.nodes[$0].title }
  }

  /// Where a card stands in the site; nil where it could not be drawn.
  func path(of face: CardFace) -> String? {
    let name = names.text(of: face)
    return lost.contains(name) ? nil : Self.path(name)
  }

  private static func path(_ name: String) -> String { "\(folder)\(name).png" }

  /// Every card of the site, each once.
  private func cards(of site: Site) -> [(name: String, face: CardFace, page: Int?)] {
    var seen: Set<String> = []
    var cards: [(name: String, face: CardFace, page: Int?)] = []
    for index in site.catalog.pages.indices {
      guard let face = face(ofPage: index, in: site) else { continue }
      let name = names.text(of: face)
      if seen.insert(name).inserted { cards.append((name, face, index)) }
    }
    let name = names.text(of: ofSite)
    if !site.listings.all.isEmpty, seen.insert(name).inserted { cards.append((name, ofSite, nil)) }
    return cards
  }

  func paths(in site: Site) -> [String] { cards(of: site).map { Self.path($0.name) } }

  /// Draws the card at a path; nil where there is none.
  func card(at path: String, in site: Site) -> [UInt8]? {
    guard path.hasPrefix(Self.folder),
      let card = cards(of: site).first(where: { Self.path($0.name) == path }),
      let printer = CardPrinter(style), let drawn = printer.print(card.face)
    else { return nil }
    return CardName.sealed(drawn.png, card.name)
  }

  /// What came of the cards of a site.
  struct Writing: Sendable {
    var all = 0
    var drawn = 0
    var diagnostics: [Diagnostic] = []
    var failure: PublishError?
  }

  /// Writes all cards of a site. One that the old site has, whole, is not drawn again.
  mutating func write(of site: Site, to publisher: Publisher, jobs: Int) async -> Writing {
    let cards = cards(of: site)
    let style = style
    let results = await Workers.map(
      cards.count, jobs: jobs, chunk: 2, makeWorker: { CardWorker(style) },
      { $0.write(cards[$1].name, cards[$1].face, at: Self.path(cards[$1].name), to: publisher) })
    var writing = Writing(all: cards.count)
    for (card, result) in zip(cards, results) {
      switch result {
      case .kept: break
      case .drawn(let missing):
        writing.drawn += 1
        if !missing.isEmpty {
          writing.diagnostics.append(Self.finding(missing, card.page, site))
        }
      case .lost: lost.insert(card.name)
      case .failed(let failure): writing.failure = writing.failure ?? failure
      }
    }
    if !lost.isEmpty {
      writing.diagnostics.append(
        Diagnostic(
          .cardLibrary, .warning, "\(lost.count) social cards could not be drawn",
          path: site.project.configPath, help: "build again when more memory is free"))
    }
    return writing
  }

  private static func finding(_ missing: [Character], _ page: Int?, _ site: Site) -> Diagnostic {
    let shown = missing.prefix(8).map { "\"\($0)\"" }.joined(separator: ", ")
    let rest = missing.count > 8 ? " and \(missing.count - 8) more" : ""
    let page = page.map { site.catalog.pages[$0] }
    return Diagnostic(
      .cardCharacters, .warning, "no installed font has \(shown)\(rest), so the card leaves it out",
      path: page?.printedPath ?? site.project.configPath, range: page?.frontMatter.title?.range,
      help: "install a font that has it: apt install fonts-noto-core, fonts-noto-cjk or "
        + "fonts-noto-color-emoji")
  }
}

/// Draws cards on one thread; the first loads what it draws with.
private struct CardWorker: ~Copyable {
  enum Result: Sendable {
    case kept
    /// With the characters that no font has.
    case drawn([Character])
    case lost
    case failed(PublishError)
  }

  private let style: CardStyle
  private var printer: CardPrinter?

  init(_ style: CardStyle) { self.style = style }

  mutating func write(
    _ name: String, _ face: CardFace, at path: String, to publisher: Publisher
  ) -> Result {
    do throws(PublishError) {
      if let old = publisher.former(path), CardName.isWhole(old, name) {
        try publisher.write(path, old)
        return .kept
      }
      if printer == nil { printer = CardPrinter(style) }
      guard let card = printer?.print(face) else { return .lost }
      // A card without some of its characters is not believed next time: a font may be there then.
      try publisher.write(
        path, card.missing.isEmpty ? CardName.sealed(card.png, name) : card.png)
      return .drawn(card.missing)
    } catch {
      return .failed(error)
    }
  }
}
