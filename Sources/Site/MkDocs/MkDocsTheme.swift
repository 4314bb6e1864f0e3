import Diagnostics
import YAML

/// `theme` and `extra`: what of a look can be kept in another theme.
extension MkDocsConfigReading {
  mutating func takeTheme(_ node: YAMLNode?) {
    guard let node else { return }
    var dropped: [Located<String>] = []
    for entry in node.entries ?? [] where !entry.value.isNull {
      switch entry.key {
      case "name", "features", "palette": break
      case "language":
        config.language = entry.value.text(as: .languageTag) ?? config.language
      case "logo": config.theme.logo = image(entry) ?? config.theme.logo
      case "favicon": config.theme.favicon = image(entry) ?? config.theme.favicon
      case "locale":
        let tag = entry.value.text?.split(separator: "_").joined(separator: "-")
        if let tag, TextFormat.languageTag.problem(tag) == nil { config.language = tag }
      case "custom_dir":
        tell(
          [Located(entry.value.text ?? "", entry.value.range)],
          "overrides of a theme are Jinja and not run: ",
          help: "templates of this program's own go into the folder \"templates\"")
      default: dropped.append(Located("theme.\(entry.key)", entry.keyRange))
      }
    }
    unused += dropped
    takePalette(node[key: "palette"])
    tell(
      (node[key: "features"]?.items ?? []).compactMap(\.locatedText)
        .filter { !Self.features.contains($0.value) },
      "features of the theme without a counterpart here: ")
  }

  /// What this program's theme does whether it is asked to or not, or is no matter of looks.
  private static let features: Set<String> = [
    "content.action.edit", "content.action.view", "content.code.annotate", "content.code.copy",
    "content.tabs.link", "content.tooltips", "navigation.footer", "navigation.indexes",
    "navigation.path", "navigation.tracking", "search.highlight", "search.suggest",
    "toc.follow",
  ]

  private mutating func image(_ entry: YAMLEntry) -> String? {
    let path = entry.value.text(as: .contentPath)
    if path == nil || entry.value.text.map(TextFormat.isAddress) == true {
      unused.append(Located("theme.\(entry.key)", entry.keyRange))
      return nil
    }
    return path
  }

  /// The first colours that a reader sees in the light, and those for the dark.
  private mutating func takePalette(_ node: YAMLNode?) {
    let palettes = node?.items ?? node.map { [$0] } ?? []
    let isDark = { (palette: YAMLNode) in palette[key: "scheme"]?.text == "slate" }
    let named = palettes.filter { $0[key: "primary"] != nil || $0[key: "accent"] != nil }
    guard let light = named.first(where: { !isDark($0) }) ?? named.first else { return }
    let dark = named.first(where: isDark) ?? light
    config.theme.accent = SiteConfig.Accent(
      light: MaterialColour(light).light, dark: MaterialColour(dark).dark)
  }

  mutating func takeExtra(_ node: YAMLNode) {
    for entry in node.entries ?? [] where !entry.value.isNull {
      if entry.key == "social" {
        takeProfiles(entry)
      } else {
        unused.append(Located("extra.\(entry.key)", entry.keyRange))
      }
    }
  }

  private mutating func takeProfiles(_ entry: YAMLEntry) {
    for item in entry.value.items ?? [] {
      guard let address = item[key: "link"]?.text(as: .linkAddress) else {
        unused.append(Located("extra.social: \(item[key: "link"]?.text ?? "")", item.range))
        continue
      }
      let base = item[key: "name"]?.text ?? Self.profileName(item[key: "icon"]?.text, address)
      var name = base
      var number = 2
      while config.profiles.contains(where: { $0.name == name }) {
        name = "\(base) \(number)"
        number += 1
      }
      config.profiles.append(SiteConfig.Profile(name: name, address: address))
    }
  }

  /// What an icon such as `fontawesome/brands/x-twitter` stands for, in a word that can be read.
  private static func profileName(_ icon: String?, _ address: String) -> String {
    if address.hasPrefix("mailto:") { return "Mail" }
    guard let icon, icon.contains("/brands/") || icon.hasPrefix("simple/"),
      let last = icon.split(separator: "/").last
    else {
      let host = address.split(separator: "/").dropFirst().first ?? "Link"
      return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
    }
    let plain = last.hasSuffix("-alt") ? last.dropLast(4) : last
    return brands[String(plain)]
      ?? plain.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }

  private static let brands = [
    "github": "GitHub", "gitlab": "GitLab", "x-twitter": "X", "linkedin": "LinkedIn",
    "youtube": "YouTube", "pypi": "PyPI", "python": "Python", "npm": "npm", "docker": "Docker",
    "stack-overflow": "Stack Overflow", "square-github": "GitHub", "linkedin-in": "LinkedIn",
  ]
}
