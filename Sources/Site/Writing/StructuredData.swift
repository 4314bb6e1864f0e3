import ByteText
import Diagnostics
import JSON
import Pages
import Patterns
import YAML

/// What search engines read in a page's head (schema.org, as JSON-LD): the page as an article, its
/// pattern as steps, and its place in the guide. What is not known is left out, and so is every
/// address as long as the site has none.
struct StructuredData: Sendable {
  private let site: Site
  /// Where each pattern stands among the site's, by the URL of its page.
  private let patterns: [String: Int]

  init(_ site: Site) {
    self.site = site
    patterns = Dictionary(
      site.techniques.patterns.enumerated().map { ($1.url, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The content of a `<script type="application/ld+json">`; nil where there is nothing to say.
  func json(for index: Int, kind: PageKind) -> [UInt8]? {
    let trail = trail(of: index)
    let isArticle = kind != .index
    guard isArticle || trail.count > 1 else { return nil }
    var json = JSONWriter(escaping: .script)
    json.object { json in
      json.member("@context", "https://schema.org")
      json.array("@graph") { json in
        if isArticle {
          writeArticle(index, &json)
          if kind == .technique, let place = patterns[site.catalog.urls[index]] {
            writeSteps(site.techniques.patterns[place], index, &json)
          }
        }
        if trail.count > 1 { writeTrail(trail, &json) }
      }
    }
    return json.finish().array
  }

  private func writeArticle(_ index: Int, _ json: inout JSONWriter) {
    let page = site.catalog.pages[index]
    let matter = page.frontMatter
    let config = site.project.config
    json.object { json in
      json.member("@type", "TechArticle")
      json.member("headline", page.title)
      if let description = matter.description?.value { json.member("description", description) }
      json.member("inLanguage", config.language)
      if let date = matter.date?.value { json.member("datePublished", date.timestampOrDay) }
      if let date = (matter.updated ?? matter.date)?.value {
        json.member("dateModified", date.timestampOrDay)
      }
      if !matter.authors.isEmpty {
        json.array("author") { json in
          for author in matter.authors {
            json.object { json in
              json.member("@type", "Person")
              json.member("name", author.value)
            }
          }
        }
      }
      if !matter.tags.isEmpty {
        json.array("keywords") { json in
          for tag in matter.tags { json.value(tag.value) }
        }
      }
      if let address = address(of: index) {
        json.member("url", address)
        json.member("mainEntityOfPage", address)
      }
      if let image = PageImage(ofPage: index, in: site) { json.member("image", image.address) }
      json.object("isPartOf") { json in
        json.member("@type", "WebSite")
        json.member("name", config.name)
        if let url = config.url { json.member("url", url.text) }
      }
    }
  }

  /// The turns of the pattern's main variant.
  private func writeSteps(_ pattern: Pattern, _ index: Int, _ json: inout JSONWriter) {
    guard let variant = pattern.variants.first, !variant.turns.isEmpty else { return }
    json.object { json in
      json.member("@type", "HowTo")
      json.member("name", pattern.title)
      if !pattern.description.isEmpty { json.member("description", pattern.description) }
      json.member("inLanguage", pattern.language)
      if let address = address(of: index) { json.member("url", address) }
      json.array("step") { json in
        for (place, turn) in variant.turns.enumerated() {
          json.object { json in
            json.member("@type", "HowToStep")
            json.member("position", .integer(Int64(place + 1)))
            json.member("name", "Turn \(turn.id)")
            json.member("text", turn.messages.map(\.plainText).joined(separator: "\n\n"))
          }
        }
      }
    }
  }

  private func writeTrail(_ trail: [(name: String, address: String)], _ json: inout JSONWriter) {
    json.object { json in
      json.member("@type", "BreadcrumbList")
      json.array("itemListElement") { json in
        for (place, entry) in trail.enumerated() {
          json.object { json in
            json.member("@type", "ListItem")
            json.member("position", .integer(Int64(place + 1)))
            json.member("name", entry.name)
            json.member("item", entry.address)
          }
        }
      }
    }
  }

  /// The pages from the start down to the page itself; empty where the site has no address, since
  /// every entry needs one.
  private func trail(of index: Int) -> [(name: String, address: String)] {
    guard let node = site.navigation.nodeOfPage[index] else { return [] }
    let above = site.navigation.ancestors(of: node).compactMap { ancestor in
      site.navigation.page(of: ancestor, in: site.catalog)
        .map { (site.navigation.nodes[ancestor].title, $0) }
    }.filter { $0.1 != index }
    let pages = above + [(site.navigation.nodes[node].title, index)]
    return pages.compactMap { title, page in address(of: page).map { (title, $0) } }
  }

  private func address(of index: Int) -> String? {
    site.project.config.url.map { $0.text + PageContexts.escaped(site.catalog.urls[index]) }
  }
}

extension YAMLDate {
  /// A day where no time is given: a time of our own would be an invention.
  fileprivate var timestampOrDay: String { secondOfDay == nil ? dayText : timestamp }
}

extension Message {
  /// The text with its variables in braces.
  fileprivate var plainText: String {
    content.map { piece in
      switch piece {
      case .text(let text): text
      case .variable(let name): "{\(name)}"
      case .response(let turn): "{answer to turn \(turn)}"
      }
    }.joined()
  }
}
