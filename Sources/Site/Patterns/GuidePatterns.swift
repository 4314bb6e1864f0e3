import Diagnostics
import Links
import Markdown
import Pages
import PatternExtraction
import Patterns

/// The patterns of a guide, with their links and platforms as the site knows them.
struct GuidePatterns: Sendable {
  /// In the order of the pages; each id once.
  private(set) var all: [Pattern] = []
  /// The page of each pattern, by its place in the catalog.
  private(set) var pages: [Int] = []
  /// The pages that each pattern's related links lead to; nil for other sites and files.
  private(set) var relatedPages: [[Int?]] = []
  private(set) var diagnostics: [Diagnostic] = []

  private let guide: GuideReading
  private let links: LinkGraph
  /// The id of the technique that each page is; nil for other pages.
  private var ids: [String?] { guide.ids.ofPages }

  init(_ guide: GuideReading, _ links: LinkGraph) {
    self.guide = guide
    self.links = links
    diagnostics = guide.ids.diagnostics
    for (index, page) in guide.catalog.pages.enumerated() {
      guard let extraction = guide.extractions[page.path] else { continue }
      diagnostics += extraction.diagnostics
      guard let pattern = extraction.pattern, let id = ids[index] else { continue }
      all.append(resolved(pattern, id: id, of: index))
      pages.append(index)
    }
  }

  var diagnosticsOfIDs: [Diagnostic] { guide.ids.diagnostics }

  /// Those whose pages are no drafts.
  func published(_ catalog: Catalog) -> [Pattern] {
    zip(all, pages).filter { !catalog.pages[$0.1].isDraft }.map(\.0)
  }

  private mutating func resolved(_ pattern: Pattern, id: String, of index: Int) -> Pattern {
    var pattern = pattern
    pattern.id = id
    pattern.language = guide.project.config.language
    pattern.url = guide.catalog.urls[index]
    pattern.markdownURL = Self.markdownURL(of: pattern.url)
    let declared = guide.project.config.platforms
    pattern.platforms = pattern.platforms.map { platform in
      guard let known = declared.first(where: { $0.id.value == platform.id }) else {
        return platform
      }
      return Pattern.Platform(
        id: platform.id, name: known.name ?? platform.name, window: known.window)
    }
    var targets: [Int?] = []
    for place in pattern.related.indices {
      targets.append(resolve(&pattern.related[place], of: index))
    }
    relatedPages.append(targets)
    return pattern
  }

  /// Where the page's own Markdown stands in the site.
  static func markdownURL(of url: String) -> String {
    if url.hasSuffix(".html") { return String(url.dropLast(".html".count)) + ".md" }
    return url + "index.md"
  }

  /// Returns the page that it leads to.
  private func resolve(_ related: inout Pattern.Related, of index: Int) -> Int? {
    let page = guide.catalog.pages[index]
    let target = Array(related.href.utf8)
    let finding: Finding?
    if let link = page.body.links.firstIndex(where: { $0.destination == target }) {
      finding = links.pages[index].findings[link]
    } else if let entry = page.frontMatter.related.firstIndex(where: {
      $0.page.value == related.href
    }) {
      finding = links.pages[index].related[entry]
    } else {
      finding = nil
    }
    switch finding?.resolution {
    case .page(let other, let suffix)?:
      if related.title == related.href { related.title = guide.catalog.pages[other].title }
      related.href = guide.catalog.urls[other] + String(decoding: suffix, as: UTF8.self)
      related.id = ids[other]
      return other
    case .file(let path, let suffix)?:
      related.href = String(decoding: path + suffix, as: UTF8.self)
    case .missing?, nil: break
    }
    return nil
  }
}
