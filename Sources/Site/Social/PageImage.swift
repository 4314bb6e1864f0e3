import ByteText
import CardDrawing
import Diagnostics
import Links
import Pages
import Templating
import YAML

/// The picture that stands for a page where a link to it is shown: the one that the page names, else
/// its card.
struct PageImage {
  /// Absolute, as those who fetch it want it.
  let address: String
  /// What it shows, in words.
  let text: String
  /// Pixels; nil where the picture is the author's.
  let size: (width: Int, height: Int)?

  /// Nil where the page has none, or the site's address is not known.
  init?(ofPage index: Int, in site: Site) {
    let page = site.catalog.pages[index]
    if let image = page.frontMatter.image {
      guard let address = Self.address(image.value, index, site) else { return nil }
      self.init(address: address, text: page.title, size: nil)
    } else {
      guard let cards = site.cards, let face = cards.face(ofPage: index, in: site) else {
        return nil
      }
      self.init(face, cards, site)
    }
  }

  /// The picture of a page that no author wrote.
  init?(ofListIn site: Site) {
    guard let cards = site.cards else { return nil }
    self.init(cards.ofSite, cards, site)
  }

  private init?(_ face: CardFace, _ cards: SocialCards, _ site: Site) {
    guard let url = site.project.config.url, let path = cards.path(of: face) else { return nil }
    let text = face.title == face.site ? face.title : "\(face.title) · \(face.site)"
    self.init(address: url.text + path, text: text, size: (1200, 630))
  }

  private init(address: String, text: String, size: (width: Int, height: Int)?) {
    self.address = address
    self.text = text
    self.size = size
  }

  var value: TemplateValue {
    [
      "address": .string(address), "text": .string(text),
      "width": size.map { .integer($0.width) } ?? .null,
      "height": size.map { .integer($0.height) } ?? .null,
    ]
  }

  private static func address(_ image: String, _ index: Int, _ site: Site) -> String? {
    if TextFormat.isAddress(image) { return image }
    guard let url = site.project.config.url, let path = file(image, index, site.catalog) else {
      return nil
    }
    return url.text + PageContexts.escaped(String(decoding: path, as: UTF8.self))
  }

  /// The file that a page names as its picture: seen from the page, else from the content folder.
  static func file(_ image: String, _ index: Int, _ catalog: Catalog) -> [UInt8]? {
    let written = Array(image.utf8)
    let paths = [Resolver.joined(written, to: catalog.pathBytes[index]), written]
    return paths.lazy.compactMap { $0 }.first { catalog.hasFile($0) }
  }

  /// Whether a page wants a card; `social: {cards: false}` says no to Material for MkDocs too.
  static func isWanted(_ page: Page) -> Bool {
    let social = page.frontMatter.meta.first { $0.key == "social" }
    return social?.value[key: "cards"]?.bool != false
  }

  /// The pictures that pages name and that are not there.
  static func missing(_ catalog: Catalog) -> [Diagnostic] {
    catalog.pages.enumerated().compactMap { index, page in
      guard let image = page.frontMatter.image, !TextFormat.isAddress(image.value),
        file(image.value, index, catalog) == nil
      else { return nil }
      let near = NearMiss.best(for: image.value, among: catalog.files)
      return Diagnostic(
        .pageImage, .warning, "there is no file \"\(image.value)\" to be the page's picture",
        path: page.printedPath, range: image.range,
        help: near.map { "did you mean \"\($0)\"?" }
          ?? "name a file of the content folder, or an address that begins with https://")
    }
  }
}
