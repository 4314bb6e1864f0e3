import Diagnostics
import YAML

/// What an `mkdocs.yml` says that this program understands: names, addresses, folders and the
/// navigation. Its theme, plugins, hooks and extensions are left alone.
struct MkDocsConfigReading: Sendable {
  private(set) var config: SiteConfig
  private(set) var diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - source: the whole of `mkdocs.yml`.
  ///   - path: the file as diagnostics name it.
  ///   - folderName: the name of the project's folder, for a site that names itself nowhere.
  init(source: Span<UInt8>, path: String, folderName: String) {
    let document = YAMLDocument(parsing: source, path: path)
    diagnostics = document.diagnostics
    config = SiteConfig(named: folderName)
    config.folders.content = "docs"
    // Material's templates are Jinja; a folder of this program's own may stand beside them.
    config.folders.templates = "templates"
    for entry in document.root?.entries ?? [] { take(entry, path) }
    if let first = unused.first {
      diagnostics.append(
        Diagnostic(
          .unusedSetting, .note,
          "not used here: " + unused.map { "\"\($0.value)\"" }.joined(separator: ", "), path: path,
          range: first.range, help: "what a guide needs of these goes into a turnbook.yml"))
    }
  }

  /// Keys that this program has no use for, told once.
  private var unused: [Located<String>] = []

  private mutating func take(_ entry: YAMLEntry, _ path: String) {
    let value = entry.value
    guard !value.isNull else { return }
    switch entry.key {
    case "site_name": config.name = value.text ?? config.name
    case "site_url": config.url = value.text.flatMap(SiteURL.init)
    case "site_description": config.description = value.text
    case "site_author": config.author = value.text
    case "copyright": config.copyright = value.text.map(Self.plainText)
    case "repo_url": config.repository = value.text
    case "docs_dir": config.folders.content = folder(entry, path) ?? "docs"
    case "site_dir": config.folders.output = folder(entry, path) ?? "site"
    case "use_directory_urls": config.usesDirectoryURLs = value.bool ?? true
    case "theme": config.language = value[key: "language"]?.text ?? config.language
    case "nav":
      var reader = NavigationReader(path: path)
      config.navigation = reader.entries(of: value)
      diagnostics += reader.diagnostics
    case "exclude_docs": takeExcluded(value, path)
    default: unused.append(Located(entry.key, entry.keyRange))
    }
  }

  /// A folder of the project. mkdocs allows others; this program writes and reads in the project only.
  private mutating func folder(_ entry: YAMLEntry, _ path: String) -> String? {
    guard let text = entry.value.text else { return nil }
    let parts = text.split(separator: "/").filter { $0 != "." }
    guard !text.hasPrefix("/"), !parts.contains("..") else {
      diagnostics.append(
        Diagnostic(
          .settingValue, .error,
          "\"\(entry.key)\" must be a folder of the project, here it is \"\(text)\"",
          path: path, range: entry.value.range,
          help: "move the folder into the project, or write the site elsewhere with --output"))
      return nil
    }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// Patterns as in a `.gitignore`, one a line.
  private mutating func takeExcluded(_ value: YAMLNode, _ path: String) {
    for line in (value.text ?? "").split(separator: "\n") {
      let pattern = line.drop { $0 == " " }
      guard !pattern.isEmpty, !pattern.hasPrefix("#") else { continue }
      guard !pattern.hasPrefix("!") else {
        diagnostics.append(
          Diagnostic(
            .unusedSetting, .warning,
            "the exception \"\(pattern)\" of \"exclude_docs\" is not used",
            path: path, range: value.range, help: "write the patterns without exceptions"))
        continue
      }
      // A pattern with a slash before its end is seen from the top, any other from every folder.
      let isRooted = pattern.dropLast().contains("/")
      let glob = isRooted ? String(pattern.drop { $0 == "/" }) : "**/" + pattern
      config.exclude.append(Located(glob, value.range))
    }
  }

  /// mkdocs takes HTML here; of it only the commonest entity is of use in a line of text.
  private static func plainText(_ html: String) -> String {
    html.split(separator: "&copy;", omittingEmptySubsequences: false).joined(separator: "©")
  }
}
