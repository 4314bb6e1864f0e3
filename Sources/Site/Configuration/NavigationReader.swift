import Diagnostics
import Pages
import YAML

/// Reads the navigation, and reports every entry that is none.
struct NavigationReader {
  /// Sections inside each other; more of them no theme can show.
  static let deepest = 16

  private(set) var diagnostics: [Diagnostic] = []
  private let path: String?
  /// Whether this is the navigation of an `mkdocs.yml`, in which more may stand: addresses without a
  /// title, empty sections, and what is no page, which then is a link.
  private let isMkDocs: Bool

  init(path: String?, isMkDocs: Bool = false) {
    self.path = path
    self.isMkDocs = isMkDocs
  }

  /// - Parameter node: what stands under `navigation`.
  mutating func entries(of node: YAMLNode, depth: Int = 1) -> [NavigationEntry] {
    guard let items = node.items else {
      report(
        "the navigation must be a list, here it is \(node.description)", at: node.range,
        help: "begin every entry with \"- \"")
      return []
    }
    return items.compactMap { entry(of: $0, depth: depth) }
  }

  private mutating func entry(of node: YAMLNode, depth: Int) -> NavigationEntry? {
    if let target = node.locatedText { return page(target) }
    guard let entries = node.entries, let only = entries.first else {
      report(
        "an entry of the navigation must be a path or \"Title: path\", here it is "
          + node.description, at: node.range)
      return nil
    }
    guard entries.count == 1 else {
      report(
        "an entry of the navigation has one title, here it has \(entries.count)",
        at: entries[1].keyRange, help: "begin every entry with \"- \"")
      return nil
    }
    return titled(only, depth: depth)
  }

  private mutating func titled(_ entry: YAMLEntry, depth: Int) -> NavigationEntry? {
    let title = Located(entry.key, entry.keyRange)
    if isMkDocs, entry.value.isNull || entry.value.items?.isEmpty == true { return nil }
    if let target = entry.value.locatedText {
      if Self.isExternal(target.value) {
        return NavigationEntry(title: title, target: .link(target.value), range: target.range)
      }
      return checked(target, title: title)
    }
    guard let items = entry.value.items, !items.isEmpty else {
      let what = entry.value.items == nil ? entry.value.description : "an empty list"
      report(
        "\"\(entry.key)\" must lead to a path, a URL or a list of entries, here it is \(what)",
        at: entry.value.isNull ? entry.keyRange : entry.value.range)
      return nil
    }
    guard depth < Self.deepest else {
      report(
        "sections of the navigation are nested more than \(Self.deepest) deep",
        at: entry.keyRange, help: "move the section up")
      return nil
    }
    let children = entries(of: entry.value, depth: depth + 1)
    return NavigationEntry(title: title, target: .section(children), range: entry.keyRange)
  }

  private mutating func page(_ target: Located<String>) -> NavigationEntry? {
    guard !Self.isExternal(target.value) else {
      if isMkDocs {
        return NavigationEntry(title: nil, target: .link(target.value), range: target.range)
      }
      report(
        "a link to another site needs a title", at: target.range,
        help: "write \"Title: \(target.value)\"")
      return nil
    }
    return checked(target, title: nil)
  }

  private mutating func checked(
    _ target: Located<String>, title: Located<String>?
  ) -> NavigationEntry? {
    if isMkDocs, !PagePath.isPage(target.value) {
      // mkdocs shows such a path as a link and leaves it alone.
      guard let file = fileTarget(target.value) else { return nil }
      return NavigationEntry(title: title, target: .link(file), range: target.range)
    }
    let target = isMkDocs ? Located(Self.plain(target.value), target.range) : target
    if let problem = TextFormat.contentPath.problem(target.value) {
      report(
        "a path in the navigation must be \(TextFormat.contentPath.expectation), but "
          + "\"\(target.value)\" \(problem)", at: target.range)
      return nil
    }
    return NavigationEntry(title: title, target: .page(target.value), range: target.range)
  }

  /// A path without `.` in it, as mkdocs takes `./page.md` too.
  private static func plain(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  private func fileTarget(_ path: String) -> String? {
    if path.isEmpty || path.hasPrefix("/") || path.hasPrefix("#") {
      return path.isEmpty ? nil : path
    }
    return TextFormat.contentPath.problem(path) == nil ? Self.plain(path) : nil
  }

  private static func isExternal(_ target: String) -> Bool {
    target.hasPrefix("//") || target.hasPrefix("mailto:")
      || target.split(separator: "/", maxSplits: 1).first?.hasSuffix(":") == true
  }

  private mutating func report(_ message: String, at range: ByteRange, help: String? = nil) {
    diagnostics.append(
      Diagnostic(.navigationEntry, .error, message, path: path, range: range, help: help))
  }
}
