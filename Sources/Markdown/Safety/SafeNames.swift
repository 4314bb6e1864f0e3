/// Ids and classes that pages from anybody may give: none that the theme takes for its own.
enum SafeNames {
  /// Whether an id leaves the theme alone: its own begin with a capital letter, and what a browser
  /// calls by a name keeps that name.
  static func isID(_ name: some Collection<UInt8>) -> Bool {
    guard let first = name.first, !(0x41...0x5A).contains(first) else { return false }
    guard name.allSatisfy({ $0 > 0x20 }) else { return false }
    return !known.contains(String(decoding: name, as: UTF8.self))
  }

  /// Whether a class is one that body text may have (see `templates/README.md`): others belong to
  /// the frame of the page or to its scripts.
  static func isClass(_ name: some Collection<UInt8>) -> Bool {
    let name = String(decoding: name, as: UTF8.self)
    return classes.contains(name)
      || (name.hasPrefix("language-") && name.utf8.allSatisfy { $0 > 0x20 })
  }

  private static let classes: Set<String> = [
    "grid", "cards", "button", "primary", "annotate", "inline", "end", "align-left",
    "align-center", "align-right", "admonition", "admonition-title", "note", "abstract", "info",
    "tip", "success", "question", "warning", "failure", "danger", "bug", "example", "quote",
  ]

  /// An element with such an id could be taken for what a script of the page asks for.
  private static let known: Set<String> = [
    "all", "alert", "body", "caches", "close", "closed", "confirm", "console", "constructor",
    "cookie", "crypto", "default", "document", "event", "external", "fetch", "focus", "forms",
    "frames", "head", "history", "images", "indexedDB", "innerHeight", "innerWidth", "length",
    "links", "localStorage", "location", "name", "navigation", "navigator", "open", "opener",
    "origin", "parent", "performance", "print", "prompt", "prototype", "screen", "scripts",
    "scroll", "self", "sessionStorage", "status", "stop", "toString", "top", "valueOf", "window",
    "__proto__",
  ]
}
