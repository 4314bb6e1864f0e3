import Checking
import Diagnostics
import Markdown
import YAML

/// What an `mkdocs.yml` says, in the terms of `turnbook.yml`: `turnbook migrate` can write all of it
/// down. Nothing of Python is run; what has no counterpart here is named once.
struct MkDocsConfigReading: Sendable {
  var config: SiteConfig
  private(set) var diagnostics: [Diagnostic]
  /// The variables of the environment that the file names, with their values.
  let environment: [String: String]
  /// The files that it goes on from, as they can be opened.
  let inherited: [String]
  let path: String

  /// - Parameters:
  ///   - source: the whole of `mkdocs.yml`.
  ///   - path: the file as diagnostics name it.
  ///   - folderName: the name of the project's folder, for a site that names itself nowhere.
  ///   - surroundings: where the files and variables that it names are found.
  init(
    source: Span<UInt8>, path: String, folderName: String,
    surroundings: MkDocsSurroundings = MkDocsSurroundings()
  ) {
    let merged = MkDocsSource(source, path: path, surroundings)
    diagnostics = merged.diagnostics
    environment = merged.environment
    inherited = merged.inherited
    self.path = path
    config = SiteConfig(named: folderName)
    config.folders.content = "docs"
    // Material's templates are Jinja; a folder of this program's own may stand beside them.
    config.folders.templates = "templates"
    config.includesUnderscored = true
    let root = merged.root
    for entry in root?.entries ?? [] where !entry.value.isNull { take(entry) }
    takeExtensions(root?[key: "markdown_extensions"])
    takePlugins(root?[key: "plugins"])
    takeTheme(root?[key: "theme"])
    takeEditing(root)
    forgive()
    tell(unused, "not used here: ")
  }

  /// Keys that this program has no use for, told once.
  var unused: [Located<String>] = []

  private mutating func take(_ entry: YAMLEntry) {
    let value = entry.value
    switch entry.key {
    case "site_name": config.name = value.text ?? config.name
    case "site_url": config.url = value.text.flatMap(SiteURL.init)
    case "site_description": config.description = value.text
    case "site_author": config.author = value.text
    case "copyright": config.copyright = value.text.map(PlainHTML.text)
    case "docs_dir": config.folders.content = folder(entry) ?? "docs"
    case "site_dir": config.folders.output = folder(entry) ?? "site"
    case "use_directory_urls": config.usesDirectoryURLs = value.bool ?? true
    case "strict": if value.bool == true { config.check.failOn = .warning }
    case "nav":
      var reader = NavigationReader(path: path, isMkDocs: true)
      config.navigation = reader.entries(of: value)
      diagnostics += reader.diagnostics
    case "exclude_docs": config.exclude = IgnorePatterns.globs(value)
    case "draft_docs": config.drafts = IgnorePatterns.globs(value)
    case "not_in_nav": takeUnlisted(value)
    case "validation": takeValidation(value)
    case "extra_css": config.styles = assets(value, entry.key).map(\.path)
    case "extra_javascript": config.scripts = assets(value, entry.key)
    case "watch":
      for item in value.items ?? [] {
        if let folder = insideProject(item) {
          config.watch.append(folder)
        } else {
          unused.append(Located("watch: \(item.text ?? item.description)", item.range))
        }
      }
    case "extra": takeExtra(value)
    case "hooks":
      tell((value.items ?? []).compactMap(\.locatedText), "hooks are Python and not run: ")
    // Read together, further up.
    case "markdown_extensions", "plugins", "theme", "repo_url", "edit_uri", "edit_uri_template":
      break
    // What only mkdocs' own server and `gh-deploy` ask for.
    case "dev_addr", "remote_branch", "remote_name", "repo_name": break
    default: unused.append(Located(entry.key, entry.keyRange))
    }
  }

  /// A folder of the project. mkdocs allows others; this program writes and reads in the project only.
  private mutating func folder(_ entry: YAMLEntry) -> String? {
    guard let text = entry.value.text else { return nil }
    if let folder = insideProject(entry.value) { return folder }
    diagnostics.append(
      Diagnostic(
        .settingValue, .error,
        "\"\(entry.key)\" must be a folder of the project, here it is \"\(text)\"",
        path: path, range: entry.value.range,
        help: "move the folder into the project, or write the site elsewhere with --output"))
    return nil
  }

  /// A path in the project without `.` in it; nil for any other.
  func insideProject(_ node: YAMLNode) -> String? {
    guard let text = node.text(as: .folder) else { return nil }
    let parts = text.split(separator: "/").filter { $0 != "." }
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// What every page loads: files of the content folder and addresses.
  private mutating func assets(_ value: YAMLNode, _ key: String) -> [SiteConfig.Script] {
    (value.items ?? []).compactMap { item in
      let node = item[key: "path"] ?? item
      guard let path = node.text(as: .pathOrAddress) else {
        unused.append(Located("\(key): \(node.text ?? node.description)", node.range))
        return nil
      }
      return SiteConfig.Script(
        path: path, isModule: item[key: "type"]?.text == "module" || path.hasSuffix(".mjs"),
        isAsync: item[key: "async"]?.bool ?? false)
    }
  }

  /// One note about things that are named in the file.
  mutating func tell(_ names: [Located<String>], _ words: String, help: String? = nil) {
    guard let first = names.first else { return }
    diagnostics.append(
      Diagnostic(
        .unusedSetting, .note, words + names.map { "\"\($0.value)\"" }.joined(separator: ", "),
        path: path, range: first.range, help: help))
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// mkdocs reads no front matter that it does not know, and goes on without a snippet that is not
  /// there. So these are no errors in a guide that was written for it.
  private mutating func forgive() {
    for code in ["TB-Y012", "TB-Y013", "TB-Y015", "TB-M004"] where config.check.levels[code] == nil
    {
      config.check.levels[code] = .warning
    }
  }
}
