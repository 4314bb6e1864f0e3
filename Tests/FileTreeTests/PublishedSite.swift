@testable import FileTree

extension TemporaryFolder {
  /// Publishes a whole site of paths and texts into `site`, in the order of the paths.
  @discardableResult
  func publish(
    _ site: [String: String], fileByFile: Bool = false,
    didReach: @escaping @Sendable (PublishStep) throws(PublishError) -> Void = { _ in }
  ) throws -> PublishResult {
    let publisher = try Publisher(
      output: at("site"), fileByFile: fileByFile, didReach: didReach)
    for (path, text) in site.sorted(by: { $0.key < $1.key }) {
      try publisher.write(path, Array(text.utf8))
    }
    return try publisher.commit()
  }

  /// Every file of the site with its text, Turnbook's own left out.
  func site() throws -> [String: String] {
    var site: [String: String] = [:]
    for path in try entries("site") where !path.hasSuffix("/") && !path.contains(".turnbook-") {
      site[path] = text("site/" + path)
    }
    return site
  }
}
