import ByteText
import Diagnostics
import Markdown
import Pages

@testable import Links

/// A guide in memory: pages by path, and files that are copied.
struct Guide {
  let catalog: Catalog

  init(_ pages: [String: String], files: [String] = [], directoryURLs: Bool = true) {
    var parser = PageParser(dialect: Dialect(), slugRule: .mkdocs)
    let sources = pages.mapValues { Array($0.utf8) }
    catalog = Catalog(
      pages: sources.sorted { $0.key < $1.key }.map {
        parser.parse($0.value, path: $0.key, printedPath: $0.key)
      },
      files: files, directoryURLs: directoryURLs)
  }

  /// What a link of a page leads to: `few.md?q#part`, a file's path, or nil for nothing.
  func target(of link: String, from page: String) -> String? {
    guard let index = catalog.page(atPath: Array(page.utf8)) else { return "no page \(page)" }
    switch Resolver(catalog).resolve(Array(link.utf8), from: index).resolution {
    case .page(let page, let suffix):
      return catalog.pages[page].path + String(decoding: suffix, as: UTF8.self)
    case .file(let path, let suffix): return String(decoding: path + suffix, as: UTF8.self)
    case .missing: return nil
    }
  }
}
