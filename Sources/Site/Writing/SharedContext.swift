import Search
import Templating
import YAML

/// What all pages at one depth below the root see: `site`, `assets` and `generator`.
enum SharedContext {
  static func value(_ site: Site, root: String) -> TemplateValue {
    let config = site.project.config
    func link(_ path: String) -> TemplateValue { .string(root + PageContexts.escaped(path)) }
    func text(_ value: String?) -> TemplateValue { value.map { .string($0) } ?? .null }
    /// What the author names: a file of the content or something on another host.
    func asset(_ path: String) -> TemplateValue {
      TextFormat.isAddress(path) ? .string(path) : link(path)
    }
    func own(_ path: String?) -> String? {
      path.flatMap { ThemeFiles.has($0, in: site.catalog) ? $0 : nil }
    }
    let theme = site.theme
    return [
      "site": [
        "name": .string(config.name), "description": text(config.description),
        "language": .string(config.language), "direction": .string(direction(of: config.language)),
        "url": text(config.url?.text), "root": .string(root.isEmpty ? "./" : root),
        "author": text(config.author), "copyright": text(config.copyright),
        "repository": text(config.repository),
        "techniques": site.listings.techniquesURL.map(link) ?? .null,
        "map": site.listings.mapURL.map(link) ?? .null,
        "tags": site.listings.tagsURL.map(link) ?? .null,
        "feed": Feeds.hasFeed(site) ? link(Feeds.feedPath) : .null,
        "search": config.hasSearch
          ? [
            "script": link(theme.search.path), "style": link(theme.finder.path),
            "index": link(Shards.entry),
          ] : .null,
        "logo": own(config.theme.logo).map(link) ?? .null,
        "styles": .list(
          theme.extraStyles.map { link($0.path) } + config.styles.compactMap(own).map(asset)),
        "scripts": .list(theme.extraScripts.map { link($0.path) }),
        "programs": .list(
          config.scripts.filter { own($0.path) != nil }.map { script in
            [
              "href": asset(script.path), "module": .bool(script.isModule),
              "async": .bool(script.isAsync),
            ]
          }),
        "profiles": PageContexts.group(
          config.profiles.map { ["name": .string($0.name), "href": .string($0.address)] }),
      ],
      "assets": [
        "style": link(theme.style.path), "script": link(theme.script.path),
        "panel": link(theme.panel.path), "requests": link(theme.requests.path),
        "early": link(theme.early.path), "catalogue": link(theme.catalogue.path),
        "map": link(theme.map.path),
        "favicon": .bool(own(config.theme.favicon) != nil),
        "icon": own(config.theme.favicon).map(link) ?? link(theme.icon.path),
      ],
      "generator": .string(site.project.generator),
    ]
  }

  /// Languages written from right to left, by the first part of the tag and by its script.
  static func direction(of language: String) -> String {
    let parts = language.lowercased().split(separator: "-")
    let scripts: Set<Substring> = ["arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg"]
    if parts.dropFirst().contains("latn") { return "ltr" }
    if parts.dropFirst().contains(where: scripts.contains) { return "rtl" }
    let languages: Set<Substring> = [
      "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
    ]
    return parts.first.map(languages.contains) == true ? "rtl" : "ltr"
  }
}
