import ByteText
import Diagnostics
import Links
import Markdown
import Pages
import Patterns
import Templating
import YAML

/// The values that templates see, as `templates/README.md` lists them. What many pages share is
/// made once.
struct PageContexts: Sendable {
  let site: Site
  private let navigation: NavigationHTML
  /// Of each depth below the root: `site`, `assets` and `generator`.
  private let shared: [TemplateValue]
  private let metaKeys: TemplateKeys
  private let structured: StructuredData
  /// Words that an adult reads in a minute, and bytes of a word with its space.
  private static let readingSpeed = 230 * 6

  private static let pageKeys = TemplateKeys([
    "title", "description", "url", "kind", "home", "heading", "content", "platforms", "tags",
    "date", "updated", "minutes", "edit", "breadcrumbs", "sequence",
    "search", "markdown", "structured", "image", "styles",
  ])
  private static let frameKeys = TemplateKeys([
    "page", "navigation", "contents", "meta", "pattern",
  ])

  init(_ site: Site) {
    self.site = site
    navigation = NavigationHTML(site.navigation, site.catalog)
    structured = StructuredData(site)
    let urls =
      site.catalog.urls + site.redirects.entries.map(\.url) + site.listings.all.map(\.url)
    let depth = urls.map(Self.depth).max() ?? 0
    shared = (0...max(0, depth)).map { SharedContext.value(site, root: Self.root(depth: $0)) }
    metaKeys = TemplateKeys(
      Set(site.catalog.pages.lazy.flatMap { $0.frontMatter.meta.lazy.map(\.key) }).sorted())
  }

  /// How many folders below the root a URL is.
  private static func depth(_ url: String) -> Int {
    url.utf8.reduce(0) { $1 == UInt8(ascii: "/") ? $0 + 1 : $0 }
  }

  /// The way from a page to the root; empty at the root itself.
  private static func root(depth: Int) -> String { String(repeating: "../", count: depth) }

  /// The template of a page that asks for none.
  func templateName(for index: Int) -> String {
    switch kind(of: index) {
    case .technique: "technique"
    case .index: "index"
    case .page, .useCase, .question: "page"
    }
  }

  /// What the author says, else an index for a folder's first page, else a technique where the text
  /// has a pattern.
  func kind(of index: Int) -> PageKind {
    let page = site.catalog.pages[index]
    if let kind = page.frontMatter.kind?.value { return kind }
    let path = PagePath(page.path)
    if path.isIndex || path.isReadme { return .index }
    return site.techniques.pattern(of: index) == nil ? .page : .technique
  }

  /// The contexts of a page, outermost first.
  func values(for index: Int, body: [UInt8]) -> [TemplateValue] {
    let page = site.catalog.pages[index]
    let url = site.catalog.urls[index]
    let kind = kind(of: index)
    let hidden = page.frontMatter.hide.map(\.value)
    var buffer = ByteBuffer(capacity: 1 << 13)
    var bar = TemplateValue.null
    if !hidden.contains("navigation") {
      navigation.write(
        for: index, root: Array(Self.root(depth: Self.depth(url)).utf8), into: &buffer)
      bar = .html(buffer.array)
      buffer.removeAll()
    }
    var contents = TemplateValue.null
    if kind != .index, !hidden.contains("toc") {
      ContentsHTML.write(page.body.headings, into: &buffer)
      if !buffer.isEmpty { contents = .html(buffer.array) }
    }
    let values = TemplateObject(Self.pageKeys, pageValues(page, index, kind, body))
    let frame = TemplateObject(
      Self.frameKeys, [.object(values), bar, contents, meta(of: page), pattern(of: index)])
    return [shared[Self.depth(url)], .object(frame)]
  }

  private func pageValues(
    _ page: Page, _ index: Int, _ kind: PageKind, _ body: [UInt8]
  ) -> [TemplateValue] {
    let matter = page.frontMatter
    let url = site.catalog.urls[index]
    let isHome = url.isEmpty || url == "index.html"
    let ownHeading = page.body.headings.contains { $0.level == 1 }
    return [
      .string(page.title), Self.text(matter.description?.value), absolute(url),
      .string(kind.rawValue), .bool(isHome),
      ownHeading ? .null : .html(page.titleHTML), .html(body), platforms(of: page),
      tags(of: page, index), Self.text(matter.date?.value.dayText),
      Self.text((matter.updated ?? matter.date)?.value.dayText),
      kind == .index || site.listings.blog?.post(ofPage: index) != nil ? .null : minutes(of: index),
      editLink(page),
      breadcrumbs(of: index), sequence(around: index), search(page),
      markdown(of: url), structured.json(for: index, kind: kind).map { .html($0) } ?? .null,
      PageImage(ofPage: index, in: site)?.value ?? .null,
      .list(isHome ? [.string(Self.root(depth: Self.depth(url)) + site.theme.home.path)] : []),
    ]
  }

  /// How long reading a page takes; null for one that is read at a glance.
  func minutes(of index: Int) -> TemplateValue {
    let size = site.catalog.pages[index].body.textSize
    let minutes = (size + Self.readingSpeed / 2) / Self.readingSpeed
    return minutes < 1 ? .null : .integer(minutes)
  }

  /// The page's own Markdown, which stands beside it.
  private func markdown(of url: String) -> TemplateValue {
    guard site.project.config.hasMarkdownPages else { return .null }
    return .string(
      href(GuidePatterns.markdownURL(of: url), from: Array(url.utf8)))
  }

  static func text(_ value: String?) -> TemplateValue { value.map { .string($0) } ?? .null }

  static func group(_ items: [TemplateValue]) -> TemplateValue {
    items.isEmpty ? .null : ["items": .list(items)]
  }

  private func absolute(_ url: String) -> TemplateValue {
    site.project.config.url.map { .string($0.text + Self.escaped(url)) } ?? .null
  }

  static func escaped(_ url: String) -> String {
    var buffer = ByteBuffer(capacity: url.utf8.count + 16)
    buffer.append(escapingPath: Array(url.utf8))
    return buffer.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// The badges of a page whose text does not show them itself.
  private func platforms(of page: Page) -> TemplateValue {
    guard page.platformLine == nil else { return .null }
    return Self.group(
      zip(page.platforms, site.platformNames(of: page)).map {
        ["id": .string($0), "name": .string($1)]
      })
  }

  private func tags(of page: Page, _ index: Int) -> TemplateValue {
    Self.group(
      page.frontMatter.tags.compactMap { site.listings.tags[$0.value] }.map { tag in
        [
          "name": .string(tag.name),
          "href": .string(href(site.listings.url(of: tag), from: index)),
        ]
      })
  }

  func pattern(of index: Int) -> TemplateValue {
    guard let place = site.techniques.pattern(of: index) else { return .null }
    let pattern = site.techniques.patterns[place]
    let root = Self.root(depth: Self.depth(pattern.url))
    return [
      "id": .string(pattern.id),
      "file": .string(root + Self.escaped("\(PatternFiles.folder)/\(pattern.id).json")),
      "data": .html(PanelData.json(pattern)),
    ]
  }

  /// What other programs that make an index are told; nothing of a page that no reader should find.
  private func search(_ page: Page) -> TemplateValue {
    guard !page.frontMatter.search.isExcluded else { return .null }
    return ["platforms": .list(site.platformNames(of: page).map { .string($0) })]
  }

  private func editLink(_ page: Page) -> TemplateValue {
    guard let base = site.project.config.editURL else { return .null }
    let path = Self.escaped(page.path)
    if let place = base.firstRange(of: "{path}") {
      return .string(base[..<place.lowerBound] + path + base[place.upperBound...])
    }
    return .string((base.hasSuffix("/") ? base : base + "/") + path)
  }

  private func link(to node: Int, from index: Int) -> TemplateValue {
    let content = site.navigation.nodes[node]
    let target = site.navigation.page(of: node, in: site.catalog)
    return [
      "title": .string(content.title), "href": target.map { href(to: $0, from: index) } ?? .null,
    ]
  }

  private func href(to page: Int, from index: Int) -> TemplateValue {
    .string(href(site.catalog.urls[page], from: index))
  }

  /// The way from a page to a URL of the site, which has no fragment.
  func href(_ url: String, from index: Int) -> String {
    href(url, from: site.catalog.urlBytes[index])
  }

  func href(_ url: String, from base: [UInt8]) -> String {
    let path = RelativeURL.path(from: base, to: Array(url.utf8))
    return Self.escaped(String(decoding: path, as: UTF8.self))
  }

  /// What all pages at the depth of a page see.
  func shared(for index: Int) -> TemplateValue { shared[Self.depth(site.catalog.urls[index])] }

  private func breadcrumbs(of index: Int) -> TemplateValue {
    guard !site.catalog.urls[index].isEmpty, let node = site.navigation.nodeOfPage[index] else {
      return .null
    }
    return Self.group(
      site.navigation.ancestors(of: node)
        .filter { site.navigation.page(of: $0, in: site.catalog) != index }
        .map { link(to: $0, from: index) })
  }

  private func sequence(around index: Int) -> TemplateValue {
    guard let place = site.navigation.placeOfPage[index] else { return .null }
    let pages = site.navigation.sequence
    func neighbour(_ place: Int) -> TemplateValue {
      guard pages.indices.contains(place), let node = site.navigation.nodeOfPage[pages[place]]
      else { return .null }
      return [
        "title": .string(site.navigation.nodes[node].title),
        "href": href(to: pages[place], from: index),
      ]
    }
    guard pages.count > 1 else { return .null }
    return ["previous": neighbour(place - 1), "next": neighbour(place + 1)]
  }

  /// Front matter that the program does not know; a key that only other pages have is empty here.
  private func meta(of page: Page) -> TemplateValue {
    let own = Dictionary(page.frontMatter.meta.map { ($0.key, $0.value) }) { first, _ in first }
    return .object(
      TemplateObject(metaKeys, metaKeys.names.map { own[$0].map(MetaValue.value) ?? .null }))
  }

  /// The contexts of the page for addresses that do not exist; it is served at any depth.
  func lostPageValues() -> [TemplateValue] {
    let root = site.project.config.url?.path ?? "/"
    return [
      SharedContext.value(site, root: root), frame("Page not found", "404", url: nil, root: root),
    ]
  }

  /// The contexts of a page that no author wrote.
  func frame(title: String, kind: String, url: String) -> [TemplateValue] {
    let depth = Self.depth(url)
    return [shared[depth], frame(title, kind, url: url, root: Self.root(depth: depth))]
  }

  private func frame(
    _ title: String, _ kind: String, url: String?, root: String
  ) -> TemplateValue {
    var buffer = ByteBuffer()
    navigation.write(for: nil, root: Array(root.utf8), into: &buffer)
    let known: [String: TemplateValue] = [
      "title": .string(title), "url": url.map(absolute) ?? .null, "kind": .string(kind),
      "home": false, "content": .html([]),
      "image": url == nil ? .null : PageImage(ofListIn: site)?.value ?? .null,
      "styles": .list(styles(of: kind).map { .string(root + $0.path) }),
    ]
    let page = TemplateObject(Self.pageKeys, Self.pageKeys.names.map { known[$0] ?? .null })
    let meta = TemplateObject(metaKeys, metaKeys.names.map { _ in .null })
    return .object(
      TemplateObject(
        Self.frameKeys, [.object(page), .html(buffer.array), .null, .object(meta), .null]))
  }

  /// Style sheets that only pages of a kind need.
  private func styles(of kind: String) -> [SiteTheme.Asset] {
    switch kind {
    case "techniques", "tags", "tag", "blog", "404": [site.theme.lists]
    case "map": [site.theme.lists, site.theme.mapStyle]
    default: []
    }
  }

  func values(for redirect: Redirects.Entry) -> [TemplateValue] {
    let values: TemplateValue
    switch redirect.target {
    case .page(let page, let suffix):
      let target = Array(site.catalog.urls[page].utf8)
      let path = RelativeURL.path(from: Array(redirect.url.utf8), to: target)
      values = [
        "href": .string(Self.escaped(String(decoding: path, as: UTF8.self)) + suffix),
        "title": .string(site.catalog.pages[page].title),
        "url": absolute(site.catalog.urls[page]),
      ]
    case .external(let address):
      values = ["href": .string(address), "title": .string(address), "url": .string(address)]
    }
    return [shared[Self.depth(redirect.url)], ["redirect": values]]
  }
}
