import Diagnostics
import Pages
import YAML

/// Pages that stand where others used to be.
struct Redirects: Sendable {
  struct Entry: Sendable {
    /// The file to write.
    var file: String
    /// The old URL, relative to the site's root.
    var url: String
    /// The page that is meant now.
    var page: Int
  }

  private(set) var entries: [Entry] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ catalog: Catalog, directoryURLs: Bool) {
    var taken: [PathKey: Int] = [:]
    for (index, page) in catalog.pages.enumerated() {
      for from in page.frontMatter.redirectFrom {
        let url = Self.url(of: from.value, directoryURLs: directoryURLs)
        let file = PagePath.outputFile(of: url)
        if catalog.page(atURL: Array(url.utf8)) != nil || catalog.hasFile(Array(file.utf8)) {
          report("a page or file of the guide stands at \"\(from.value)\"", from, page)
        } else if let other = catalog.fileInTheWay(of: file) {
          report("\"\(from.value)\" needs a folder where the file \(other) stands", from, page)
        } else if let other = taken[PathKey(file)] {
          report(
            "\(catalog.pages[other].printedPath) redirects from \"\(from.value)\" too", from, page)
        } else {
          taken[PathKey(file)] = index
          entries.append(Entry(file: file, url: url, page: index))
        }
      }
    }
  }

  private mutating func report(_ message: String, _ from: Located<String>, _ page: Page) {
    diagnostics.append(
      Diagnostic(
        .badRedirect, .error, message, path: page.printedPath, range: from.range,
        help: "take this entry out of `redirect_from`"))
  }

  /// The URL of a former source path or URL.
  private static func url(of former: String, directoryURLs: Bool) -> String {
    var path = former.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    if PagePath.isPage(path) { return PagePath(path).url(slug: nil, directoryURLs: directoryURLs) }
    if path.hasSuffix("index.html") { path = String(path.dropLast("index.html".count)) }
    return path.isEmpty || path.hasSuffix("/") || path.hasSuffix(".html") ? path : path + "/"
  }
}
