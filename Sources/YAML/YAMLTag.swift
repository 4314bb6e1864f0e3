/// A tag as libyaml reports it, sorted into what YAML's core defines and what a program made up.
struct YAMLTag {
  /// The tag as written, where YAML's core does not know it.
  let name: String?
  /// Whether the tag makes any scalar text (`!!str`, and `!` alone).
  let isText: Bool

  init(_ tag: String?) {
    let prefix = "tag:yaml.org,2002:"
    guard let tag else {
      name = nil
      isText = false
      return
    }
    guard tag.hasPrefix(prefix) else {
      name = tag == "!" ? nil : tag
      isText = tag == "!"
      return
    }
    let short = String(tag.dropFirst(prefix.count))
    name = Self.core.contains(short) ? nil : "!!" + short
    isText = short == "str"
  }

  private static let core: Set<String> = [
    "str", "int", "float", "bool", "null", "seq", "map", "timestamp", "merge",
  ]
}
