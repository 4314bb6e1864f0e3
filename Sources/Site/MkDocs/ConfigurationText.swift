import Checking
import Diagnostics
import Markdown

/// A configuration as the text of a `turnbook.yml`: the keys in the order of the reference, those
/// with their defaults left out. Read again, it is the same configuration.
package struct ConfigurationText {
  private let config: SiteConfig
  private static let standard = SiteConfig(named: "")

  package init(_ config: SiteConfig) { self.config = config }

  package var text: String {
    var writer = YAMLWriter()
    writer.write(names + pages + markdown + looks + contents + checks)
    return writer.text
  }

  private typealias Member = (key: String, value: YAMLWriter.Value)

  private var names: [Member] {
    [
      ("name", .text(config.name)), ("url", .some(config.url?.text)),
      ("description", .some(config.description)),
      ("language", .text(config.language, unless: Self.standard.language)),
      ("author", .some(config.author)), ("copyright", .some(config.copyright)),
      ("repository", .some(config.repository)), ("edit_url", .some(config.editURL)),
    ]
  }

  private var pages: [Member] {
    let folders = SiteConfig.Folders()
    return [
      ("navigation", config.navigation.map { .list($0.map(Self.entry)) } ?? .nothing),
      ("content", .text(config.folders.content, unless: folders.content)),
      ("templates", .text(config.folders.templates, unless: folders.templates)),
      ("output", .text(config.folders.output, unless: folders.output)),
      ("directory_urls", .bool(config.usesDirectoryURLs, unless: true)),
    ]
  }

  private static func entry(_ entry: NavigationEntry) -> YAMLWriter.Value {
    let value: YAMLWriter.Value
    switch entry.target {
    case .page(let path): value = .text(path)
    case .link(let address): value = .text(address)
    case .section(let entries): value = .list(entries.map(Self.entry))
    }
    if case .link(let address) = entry.target, entry.title == nil {
      return .mapping([(address, value)])
    }
    guard let title = entry.title?.value else { return value }
    return .mapping([(title, value)])
  }

  private var markdown: [Member] {
    let standard = Dialect()
    let switches = Dialect.switches.compactMap { name, key -> Member? in
      let isOn = config.dialect[keyPath: key]
      return isOn == standard[keyPath: key] ? nil : (name, .bool(isOn))
    }
    let snippets: [Member] = [
      ("folders", .texts(config.snippets.folders)), ("append", .texts(config.snippets.append)),
    ]
    return [
      ("slug", .text(config.anchors.rawValue, unless: Self.standard.anchors.rawValue)),
      ("dialect", .mapping(switches)),
      ("html", .text(config.dialect.html.rawValue, unless: standard.html.rawValue)),
      (
        "tab_anchors",
        .text(config.dialect.tabAnchors.rawValue, unless: standard.tabAnchors.rawValue)
      ), ("snippets", .mapping(snippets)),
    ]
  }

  private var looks: [Member] {
    let accent = config.theme.accent.map { accent -> YAMLWriter.Value in
      .mapping([("light", .text(accent.light)), ("dark", .text(accent.dark))])
    }
    return [
      (
        "theme",
        .mapping([
          ("accent", accent ?? .nothing), ("logo", .some(config.theme.logo)),
          ("favicon", .some(config.theme.favicon)),
        ])
      ), ("styles", .texts(config.styles)), ("scripts", .list(config.scripts.map(Self.script))),
      ("profiles", .mapping(config.profiles.map { ($0.name, .text($0.address)) })),
      ("social_cards", config.cards.map(Self.cards) ?? .nothing),
      ("blog", config.blog.map(Self.blog) ?? .nothing),
      ("git_dates", .bool(config.takesDatesFromGit, unless: false)),
      ("feed", .bool(config.hasFeed, unless: true)),
      ("rss", .bool(config.writesRSS, unless: false)),
      ("search", .bool(config.hasSearch, unless: true)),
      ("tag_markers", .bool(config.hasTagMarkers, unless: false)),
      ("technique_map", .bool(config.hasMap, unless: true)),
      ("markdown_pages", .bool(config.hasMarkdownPages, unless: true)),
    ]
  }

  private static func script(_ script: SiteConfig.Script) -> YAMLWriter.Value {
    guard script.isModule || script.isAsync else { return .text(script.path) }
    return .mapping([
      ("path", .text(script.path)), ("module", .bool(script.isModule, unless: false)),
      ("async", .bool(script.isAsync, unless: false)),
    ])
  }

  private static func cards(_ cards: SiteConfig.CardSettings) -> YAMLWriter.Value {
    if cards == SiteConfig.CardSettings() { return .bool(true) }
    return .mapping([
      ("background", .some(cards.background)), ("colour", .some(cards.colour)),
      ("font", .some(cards.font)), ("logo", .some(cards.logo)),
    ])
  }

  private static func blog(_ blog: BlogSettings) -> YAMLWriter.Value {
    let standard = BlogSettings()
    return .mapping([
      // Written always: without any key there would be no blog.
      ("folder", .text(blog.folder.isEmpty ? "." : blog.folder)),
      ("posts", .text(blog.posts.isEmpty ? "." : blog.posts, unless: standard.posts)),
      ("url", .text(blog.url, unless: standard.url)),
      ("date", .text(blog.date, unless: standard.date)),
      ("archive", .bool(blog.hasArchive, unless: true)),
      ("categories", .bool(blog.hasCategories, unless: true)),
      ("per_page", blog.perPage == standard.perPage ? .nothing : .number(blog.perPage)),
    ])
  }

  private var contents: [Member] {
    [
      ("exclude", .texts(config.exclude.map(\.value))),
      ("underscored", .bool(config.includesUnderscored, unless: false)),
      ("drafts", .texts(config.drafts.map(\.value))), ("watch", .texts(config.watch)),
      (
        "redirects",
        .mapping(config.redirects.map { ($0.from.value, .text($0.to.value)) })
      ),
    ]
  }

  private var checks: [Member] {
    let check = config.check
    let rules = check.levels.sorted { $0.key < $1.key }.map { code, level -> Member in
      (code, .text(level.rawValue))
    }
    let exceptions = check.exceptions.map { exception -> YAMLWriter.Value in
      .mapping([
        ("reason", .text("as mkdocs.yml had it")), ("codes", .texts(exception.codes)),
        ("paths", .texts(exception.paths)), ("targets", .texts(exception.targets)),
        ("level", .text(exception.level.rawValue, unless: "off")),
      ])
    }
    return [
      (
        "check",
        .mapping([
          ("rules", .mapping(rules)), ("ignore", .list(exceptions)),
          ("fail_on", .text(check.failOn.rawValue, unless: CheckSettings().failOn.rawValue)),
        ])
      )
    ]
  }
}
