/// A site as it is at one moment.
package struct ServedSite: Sendable {
  package enum Content: Equatable, Sendable {
    case bytes([UInt8])
    /// The absolute path of a file.
    case file(String)
  }

  /// Begins and ends with a slash: the site is served below it.
  package let basePath: String
  /// What is at a path of the site, such as `manual/install/index.html`. Asked from any thread.
  package let content: @Sendable (String) -> Content?

  package init(basePath: String, content: @escaping @Sendable (String) -> Content?) {
    self.basePath = basePath
    self.content = content
  }
}
