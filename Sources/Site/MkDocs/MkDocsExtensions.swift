import Diagnostics
import Markdown
import YAML

/// `markdown_extensions`: what pages may use is what their author asked for.
extension MkDocsConfigReading {
  mutating func takeExtensions(_ node: YAMLNode?) {
    let named = MkDocsNamed.all(in: node)
    // These are on where nobody says anything; alerts and asides are nobody's in mkdocs, and only a
    // page that means them has them.
    for (name, key) in Dialect.switches where !Self.alwaysOn.contains(name) {
      config.dialect[keyPath: key] = false
    }
    var unknown: [Located<String>] = []
    for one in named {
      let name = Self.shortName(one.name)
      if let switches = Self.switches[name] {
        for (word, key) in Dialect.switches where switches.contains(word) {
          config.dialect[keyPath: key] = true
        }
      } else if !Self.builtIn.contains(name) {
        unknown.append(Located(one.name, one.range))
      }
      switch name {
      case "toc": takeContents(one.options)
      case "pymdownx.tabbed": takeTabs(one.options)
      case "pymdownx.snippets": takeSnippets(one.options)
      default: break
      }
    }
    tell(unknown, "extensions that pages are read without: ")
  }

  /// Without the long form of the standard extensions' names.
  private static func shortName(_ name: String) -> String {
    let prefix = "markdown.extensions."
    return name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
  }

  private static let alwaysOn: Set<String> = [
    "code_attributes", "highlighting", "tables", "alerts", "asides",
  ]

  private static let extra = [
    "footnotes", "attribute_lists", "definition_lists", "abbreviations", "markdown_in_html",
  ]

  /// Extensions, and the switches of the dialect that they stand for.
  private static let switches: [String: [String]] = [
    "extra": extra, "pymdownx.extra": extra,
    "admonition": ["admonitions"], "pymdownx.details": ["collapsibles"],
    "pymdownx.tabbed": ["tabs"], "attr_list": ["attribute_lists"], "footnotes": ["footnotes"],
    "pymdownx.tasklist": ["task_lists"], "def_list": ["definition_lists"],
    "abbr": ["abbreviations"], "md_in_html": ["markdown_in_html"],
    "pymdownx.snippets": ["snippets"], "pymdownx.emoji": ["emoji"],
    "pymdownx.magiclink": ["autolinks"], "mdx_linkify": ["autolinks"],
    "pymdownx.mark": ["marks"], "pymdownx.tilde": ["strikethrough", "subscripts"],
    "pymdownx.caret": ["superscripts"], "smarty": ["smart_punctuation"],
    "callouts": ["alerts"], "github-callouts": ["alerts"],
  ]

  /// Extensions that are part of how pages are read here.
  private static let builtIn: Set<String> = [
    "toc", "tables", "fenced_code", "codehilite", "meta", "sane_lists", "pymdownx.highlight",
    "pymdownx.superfences", "pymdownx.betterem", "pymdownx.saneheaders", "pymdownx.escapeall",
    "full_yaml_metadata", "mdx_truly_sane_lists", "pymdownx.pathconverter",
  ]

  private mutating func takeContents(_ options: YAMLNode?) {
    guard let slugify = options?[key: "slugify"] else { return }
    let name = Self.function(slugify)
    if name.hasSuffix("slugify_unicode") {
      config.anchors = .unicode
    } else if name.hasPrefix("pymdownx.slugs.") {
      config.anchors = .github
    }
  }

  private mutating func takeTabs(_ options: YAMLNode?) {
    guard let options, let slugify = options[key: "slugify"],
      slugify.bool != false, !Self.function(slugify).isEmpty || slugify.bool == true
    else { return }
    config.dialect.tabAnchors =
      options[key: "combine_header_slug"]?.bool == true ? .heading : .label
  }

  /// Names are seen from the project's folder where nothing else is said.
  private mutating func takeSnippets(_ options: YAMLNode?) {
    let base = options?[key: "base_path"]
    let nodes = base?.items ?? base.map { [$0] } ?? []
    var folders: [String] = []
    for node in nodes {
      // `!relative $docs_dir` and its like: a page's own folder is looked into always.
      if node.tag == "!relative" {
        folders.append(node.text == "$docs_dir" ? config.folders.content : ".")
      } else if let folder = insideProject(node) {
        folders.append(folder)
      } else {
        unused.append(Located("base_path: \(node.text ?? node.description)", node.range))
      }
    }
    config.snippets.folders = base == nil ? ["."] : folders
    config.snippets.append = (options?[key: "auto_append"]?.items ?? []).compactMap(\.text)
  }

  /// The name of the Python function that a tag such as `!!python/name:` names.
  private static func function(_ node: YAMLNode) -> String {
    node.tag?.split(separator: ":", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
  }
}

/// One of a list of extensions or plugins, which mkdocs takes as a list of names and mappings, or as
/// one mapping.
struct MkDocsNamed {
  var name: String
  var range: ByteRange
  var options: YAMLNode?

  static func all(in node: YAMLNode?) -> [MkDocsNamed] {
    if let entries = node?.entries { return entries.map(MkDocsNamed.init) }
    return (node?.items ?? []).flatMap { item -> [MkDocsNamed] in
      if let name = item.text { return [MkDocsNamed(name: name, range: item.range)] }
      return (item.entries ?? []).map(MkDocsNamed.init)
    }
  }

  private init(name: String, range: ByteRange) {
    self.name = name
    self.range = range
  }

  private init(_ entry: YAMLEntry) {
    name = entry.key
    range = entry.keyRange
    options = entry.value.isNull ? nil : entry.value
  }
}
