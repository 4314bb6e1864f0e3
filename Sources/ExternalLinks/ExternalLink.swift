package import Diagnostics

/// A place that links to the web.
package struct ExternalLink: Hashable, Sendable {
  /// The address as it is meant: entities and escapes of Markdown are worked out.
  package var url: String
  package var path: String
  /// The bytes of the address in the file, and nothing more: a fix writes over them.
  package var range: ByteRange

  package init(url: String, path: String, range: ByteRange) {
    self.url = url
    self.path = path
    self.range = range
  }
}
