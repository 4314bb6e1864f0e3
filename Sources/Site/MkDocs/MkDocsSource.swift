import Diagnostics
import YAML

/// Where the files and variables are found that an `mkdocs.yml` names.
struct MkDocsSurroundings: Sendable {
  /// The bytes of a file, named from the folder of the `mkdocs.yml`; nil where there is none.
  var file: @Sendable (String) -> (path: String, bytes: [UInt8])? = { _ in nil }
  /// The value of a variable of the environment.
  var variable: @Sendable (String) -> String? = { _ in nil }
}

/// An `mkdocs.yml` together with those that it inherits from, and with the values of the variables
/// that it names.
struct MkDocsSource {
  private(set) var root: YAMLNode?
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var environment: [String: String] = [:]
  private(set) var inherited: [String] = []
  private let surroundings: MkDocsSurroundings

  /// As many files as anybody has go on from each other; a circle ends here.
  private static let deepest = 16

  init(_ source: Span<UInt8>, path: String, _ surroundings: MkDocsSurroundings) {
    self.surroundings = surroundings
    let document = YAMLDocument(parsing: source, path: path)
    diagnostics = document.diagnostics
    root = document.root.map { resolved($0) }
    var place = ""
    for _ in 0..<Self.deepest {
      guard let name = root?[key: "INHERIT"]?.locatedText, let own = root else { break }
      let asked = Self.joined(place, name.value)
      guard let parent = surroundings.file(asked) else {
        diagnostics.append(
          Diagnostic(
            .settingValue, .error, "there is no file \"\(name.value)\" to inherit from", path: path,
            range: name.range, help: "correct the path, which is seen from this file"))
        break
      }
      inherited.append(parent.path)
      let document = YAMLDocument(parsing: parent.bytes.span, path: parent.path)
      diagnostics += document.diagnostics
      let base = document.root.map { Self.moved(resolved($0), to: name.range) }
      root = Self.merged(Self.without("INHERIT", own), over: base)
      place = asked.split(separator: "/").dropLast().joined(separator: "/")
    }
    root = root.map { Self.without("INHERIT", $0) }
  }

  private static func joined(_ folder: String, _ path: String) -> String {
    folder.isEmpty || path.hasPrefix("/") ? path : folder + "/" + path
  }

  private static func without(_ key: String, _ node: YAMLNode) -> YAMLNode {
    guard let entries = node.entries else { return node }
    var node = node
    node.content = .mapping(entries.filter { $0.key != key })
    return node
  }

  /// Mappings are merged key by key, as mkdocs does; all else of the base is replaced.
  private static func merged(_ own: YAMLNode, over base: YAMLNode?) -> YAMLNode {
    guard let base, let theirs = base.entries, let ours = own.entries else { return own }
    var entries = theirs
    for entry in ours {
      if let place = entries.firstIndex(where: { $0.key == entry.key }) {
        entries[place] = YAMLEntry(
          key: entry.key, keyRange: entry.keyRange,
          value: merged(entry.value, over: entries[place].value))
      } else {
        entries.append(entry)
      }
    }
    return YAMLNode(.mapping(entries), range: own.range, tag: own.tag)
  }

  /// What stands in another file is seen where that file is named.
  private static func moved(_ node: YAMLNode, to range: ByteRange) -> YAMLNode {
    var node = node
    node.range = range
    switch node.content {
    case .scalar: break
    case .sequence(let items): node.content = .sequence(items.map { moved($0, to: range) })
    case .mapping(let entries):
      node.content = .mapping(
        entries.map {
          YAMLEntry(key: $0.key, keyRange: range, value: moved($0.value, to: range))
        })
    }
    return node
  }

  /// Puts the values of variables in the place of `!ENV NAME` and `!ENV [NAME, OTHER, default]`.
  private mutating func resolved(_ node: YAMLNode) -> YAMLNode {
    var node = node
    switch node.content {
    case .scalar(let name, _):
      if node.tag == "!ENV" { node.content = .scalar(value(of: name) ?? "", .plain) }
    case .sequence(let items) where node.tag == "!ENV":
      let names = items.count > 1 ? items.dropLast() : items[...]
      var known: String?
      for name in names.compactMap(\.text) where known == nil { known = value(of: name) }
      if let known {
        node.content = .scalar(known, .plain)
      } else {
        node.content = items.count > 1 ? (items.last?.content ?? node.content) : .scalar("", .plain)
      }
    case .sequence(let items):
      var resolvedItems: [YAMLNode] = []
      for item in items { resolvedItems.append(resolved(item)) }
      node.content = .sequence(resolvedItems)
    case .mapping(let entries):
      var resolvedEntries: [YAMLEntry] = []
      for entry in entries {
        resolvedEntries.append(
          YAMLEntry(key: entry.key, keyRange: entry.keyRange, value: resolved(entry.value)))
      }
      node.content = .mapping(resolvedEntries)
    }
    return node
  }

  private mutating func value(of name: String) -> String? {
    let value = surroundings.variable(name)
    environment[name] = value ?? ""
    return value
  }
}
