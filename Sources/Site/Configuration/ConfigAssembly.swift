import Checking
import Diagnostics
import Markdown
import Pages
import YAML

/// Takes the values of `turnbook.yml` that have the right shape, and reports what no shape can
/// tell.
struct ConfigAssembly {
  private(set) var config: SiteConfig
  private(set) var diagnostics: [Diagnostic] = []
  private let path: String?

  init(folderName: String, path: String?) {
    config = SiteConfig(named: folderName)
    self.path = path
  }

  mutating func take(_ value: YAMLNode, for key: String) {
    guard !value.isNull else { return }
    switch key {
    case "name": config.name = value.text ?? config.name
    case "url": config.url = value.text.flatMap(SiteURL.init)
    case "description": config.description = value.text
    case "language": config.language = value.text(as: .languageTag) ?? config.language
    case "author": config.author = value.text
    case "copyright": config.copyright = value.text
    case "repository": config.repository = value.text(as: .webURL)
    case "edit_url": config.editURL = value.text(as: .webURL)
    case "platforms": takePlatforms(value)
    case "navigation": takeNavigation(value)
    case "content": config.folders.content = value.folder ?? config.folders.content
    case "templates": config.folders.templates = value.folder ?? config.folders.templates
    case "output": config.folders.output = value.folder ?? config.folders.output
    case "directory_urls": config.usesDirectoryURLs = value.bool ?? config.usesDirectoryURLs
    case "slug":
      config.anchors = value.text.flatMap(SiteConfig.AnchorStyle.init) ?? config.anchors
    case "dialect": takeDialect(value)
    case "html":
      config.dialect.html = value.text.flatMap(HTMLPolicy.init) ?? config.dialect.html
    case "tab_anchors":
      config.dialect.tabAnchors =
        value.text.flatMap(Dialect.TabAnchors.init) ?? config.dialect.tabAnchors
    case "snippets": config.snippets = SiteConfig.SnippetSettings(value)
    case "theme": config.theme = SiteConfig.ThemeSettings(value)
    case "styles": config.styles = value.texts(as: .pathOrAddress)
    case "scripts": config.scripts = (value.items ?? []).compactMap(SiteConfig.Script.init)
    case "profiles":
      config.profiles = (value.entries ?? []).compactMap { entry in
        entry.value.text(as: .linkAddress).map {
          SiteConfig.Profile(name: entry.key, address: $0)
        }
      }
    case "social_cards": config.cards = SiteConfig.CardSettings(value)
    case "blog": config.blog = BlogSettings(value)
    case "git_dates": config.takesDatesFromGit = value.bool ?? config.takesDatesFromGit
    case "feed": config.hasFeed = value.bool ?? config.hasFeed
    case "rss": config.writesRSS = value.bool ?? config.writesRSS
    case "search": config.hasSearch = value.bool ?? config.hasSearch
    case "tag_markers": config.hasTagMarkers = value.bool ?? config.hasTagMarkers
    case "technique_map": config.hasMap = value.bool ?? config.hasMap
    case "markdown_pages": config.hasMarkdownPages = value.bool ?? config.hasMarkdownPages
    case "exclude":
      config.exclude = (value.items ?? []).filter { $0.text(as: .glob) != nil }
        .compactMap(\.locatedText)
    case "underscored":
      config.includesUnderscored = value.bool ?? config.includesUnderscored
    case "drafts":
      config.drafts = (value.items ?? []).filter { $0.text(as: .glob) != nil }
        .compactMap(\.locatedText)
    case "watch": config.watch = value.texts(as: .folder)
    case "redirects":
      for entry in value.entries ?? [] {
        guard let to = entry.value.locatedText else { continue }
        config.redirects.append(
          SiteConfig.Redirect(from: Located(entry.key, entry.keyRange), to: to))
      }
    case "patterns": config.patterns = SiteConfig.PatternNames(value)
    case "check":
      config.check = CheckSettings(value)
      config.external = SiteConfig.ExternalSettings(value[key: "external"])
    default: break
    }
  }

  /// Publishing replaces the output folder, and whatever is built must not become a source of the
  /// next build: so it neither holds sources nor lies among them.
  mutating func checkFolders(in entries: [YAMLEntry]) {
    let output = config.folders.output
    for (key, folder) in [
      ("content", config.folders.content), ("templates", config.folders.templates),
    ] where Self.holds(output, folder) || Self.holds(folder, output) {
      let culprit =
        entries.first { $0.key == "output" } ?? entries.first { $0.key == key }
      diagnostics.append(
        Diagnostic(
          .outputOverlap, .error,
          "the output folder \"\(output)\" and the \(key) folder \"\(folder)\" must lie apart",
          path: path, range: culprit?.value.range,
          help: "give the site a folder of its own, such as output: site"))
    }
  }

  private mutating func takePlatforms(_ value: YAMLNode) {
    for item in value.items ?? [] {
      guard let id = item.locatedText, item.text(as: .plainName) != nil else { continue }
      if let first = config.platforms.first(where: { $0.id.value == id.value }) {
        diagnostics.append(
          Diagnostic(
            .settingValue, .error, "the platform \"\(first.id.value)\" is declared twice",
            path: path, range: id.range, help: "keep one of the two"))
      } else {
        config.platforms.append(SiteConfig.Platform(id: id))
      }
    }
    for entry in value.entries ?? [] where TextFormat.plainName.problem(entry.key) == nil {
      let window = entry.value[key: "window"]?.integer
      config.platforms.append(
        SiteConfig.Platform(
          id: Located(entry.key, entry.keyRange), name: entry.value[key: "name"]?.text,
          window: window.flatMap { $0 > 0 ? $0 : nil }))
    }
  }

  private mutating func takeNavigation(_ value: YAMLNode) {
    var reader = NavigationReader(path: path)
    config.navigation = reader.entries(of: value)
    diagnostics += reader.diagnostics
  }

  private mutating func takeDialect(_ value: YAMLNode) {
    for (name, key) in Dialect.switches {
      guard let isOn = value[key: name]?.bool else { continue }
      config.dialect[keyPath: key] = isOn
    }
  }

  /// Whether `folder` is `outer` or lies in it.
  private static func holds(_ outer: String, _ folder: String) -> Bool {
    outer == "." || outer == folder || folder.hasPrefix(outer + "/")
  }
}

extension SiteConfig.ThemeSettings {
  fileprivate init(_ node: YAMLNode) {
    logo = node[key: "logo"]?.text(as: .contentPath)
    favicon = node[key: "favicon"]?.text(as: .contentPath)
    guard let value = node[key: "accent"] else { return }
    let light = value[key: "light"] ?? value
    guard let light = light.text(as: .colour) else { return }
    let dark = value[key: "dark"]?.text(as: .colour)
    accent = SiteConfig.Accent(light: light, dark: dark ?? light)
  }
}

extension SiteConfig.SnippetSettings {
  fileprivate init(_ node: YAMLNode) {
    folders = node[key: "folders"]?.texts(as: .folder) ?? []
    append = node[key: "append"]?.items?.compactMap(\.text) ?? []
  }
}

extension SiteConfig.Script {
  fileprivate init?(_ node: YAMLNode) {
    guard let path = (node[key: "path"] ?? node).text(as: .pathOrAddress) else { return nil }
    self.path = path
    isModule = node[key: "module"]?.bool ?? false
    isAsync = node[key: "async"]?.bool ?? false
  }
}

extension YAMLNode {
  /// The items of a list that have the format.
  func texts(as format: TextFormat) -> [String] {
    items?.compactMap { $0.text(as: format) } ?? []
  }

  /// The text, where it has the format.
  func text(as format: TextFormat) -> String? {
    guard let text, format.problem(text) == nil else { return nil }
    return text
  }

  /// A folder in the form in which `SiteConfig` keeps it.
  fileprivate var folder: String? {
    guard let text = text(as: .folder) else { return nil }
    let parts = text.split(separator: "/").filter { $0 != "." }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }
}
