import Diagnostics
import YAML

/// `plugins`: what those do that have a counterpart here. No plugin is run.
extension MkDocsConfigReading {
  mutating func takePlugins(_ node: YAMLNode?) {
    // Without the key mkdocs has its search and nothing else.
    guard let node else { return }
    config.hasSearch = false
    var unknown: [Located<String>] = []
    for plugin in MkDocsNamed.all(in: node) {
      if plugin.options?[key: "enabled"]?.bool == false { continue }
      let prefix = "material/"
      let name =
        plugin.name.hasPrefix(prefix) ? String(plugin.name.dropFirst(prefix.count)) : plugin.name
      switch name {
      case "search": config.hasSearch = true
      case "redirects": takeRedirects(plugin.options)
      case "git-revision-date-localized", "git-revision-date": config.takesDatesFromGit = true
      case "rss": config.writesRSS = true
      case "blog": config.blog = BlogSettings(mkdocs: plugin.options)
      case "tags": config.hasTagMarkers = true
      case "social": takeCards(plugin.options)
      // Without directories the pages can be read from a disk.
      case "offline": config.usesDirectoryURLs = false
      // Their work is done whether or not they are asked for: what is written is lean, sections
      // lead to their index, and pages have their Markdown beside them.
      case "minify", "section-index", "llmstxt": break
      default: unknown.append(Located(plugin.name, plugin.range))
      }
    }
    tell(unknown, "plugins are Python and not run: ")
  }

  /// Layouts of one's own are written in another language, and fonts are not fetched.
  private mutating func takeCards(_ options: YAMLNode?) {
    guard options?[key: "cards"]?.bool != false else { return }
    var others: [Located<String>] = []
    let known: Set<String> = [
      "enabled", "cards", "cards_layout_options", "cache_dir", "concurrency",
    ]
    for entry in options?.entries ?? [] where !known.contains(entry.key) && !entry.value.isNull {
      others.append(Located("social.\(entry.key)", entry.keyRange))
    }
    config.cards = SiteConfig.CardSettings(
      mkdocs: options?[key: "cards_layout_options"], content: config.folders.content
    ) { others.append(Located("social.\($0.key)", $0.keyRange)) }
    unused += others
  }

  private mutating func takeRedirects(_ options: YAMLNode?) {
    for entry in options?[key: "redirect_maps"]?.entries ?? [] {
      guard let to = entry.value.locatedText else { continue }
      config.redirects.append(
        SiteConfig.Redirect(from: Located(entry.key, entry.keyRange), to: to))
    }
  }
}
