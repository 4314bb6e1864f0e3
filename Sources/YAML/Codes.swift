package import Diagnostics

extension Code {
  package static let malformedYAML = Code("TB-Y001", "front matter and configuration are YAML")
  package static let tabInYAML = Code("TB-Y002", "YAML is indented with spaces, never with tabs")
  package static let colonInPlainValue = Code(
    "TB-Y003", "a value that contains a colon and a space stands in quotes")
  package static let duplicateKey = Code("TB-Y004", "a key stands only once in its mapping")
  package static let secondDocument = Code("TB-Y005", "a file holds one YAML document")
  package static let undecodableYAML = Code(
    "TB-Y006", "YAML is UTF-8 text without control characters")
  package static let deepYAML = Code(
    "TB-Y007", "lists and mappings are nested at most \(YAMLLimits.depth) deep")
  package static let badAlias = Code(
    "TB-Y008",
    "an alias follows its anchor, and all aliases of a file together stand for at most "
      + "\(YAMLLimits.aliasedNodes) values")
  package static let badKey = Code("TB-Y009", "a key is text on one line")
}

/// What a document may cost before reading stops with a diagnostic.
package enum YAMLLimits {
  /// Lists and mappings inside each other, counted through aliases.
  package static let depth = 100
  /// Values that the aliases of a document stand for, so that a few lines cannot unfold into
  /// billions of values.
  package static let aliasedNodes = 10_000
  /// How often reading starts again after a fault.
  package static let restarts = 20
}
