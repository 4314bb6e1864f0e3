package import Diagnostics
import Markdown
import YAML

/// Every page and file of the guide, found by source path and by published URL.
package struct Catalog: Sendable {
  /// In the order of their source paths.
  package private(set) var pages: [Page]
  /// The URL of each page, relative to the site's root: `techniques/few-shot/`.
  package private(set) var urls: [String]
  /// The source path and the URL of each page as bytes, which is how links are resolved.
  package private(set) var pathBytes: [[UInt8]] = []
  package private(set) var urlBytes: [[UInt8]] = []
  /// Source paths of the files that are copied as they are, in their order.
  package let files: [String]
  package private(set) var diagnostics: [Diagnostic] = []

  private var pagesByPath: [PathKey: Int] = [:]
  private var pagesByURL: [PathKey: Int] = [:]
  private var filePaths: Set<PathKey>
  private let absent: [PathKey: Absence]
  /// Files that the program itself puts beside the pages, such as the feed.
  private var generated: Set<PathKey>

  /// Why a page of the content is not in the site.
  package enum Absence: Sendable {
    case draft, excluded, unreadable
  }

  /// Takes the pages that are published. Of an `index.md` and a `README.md` in one folder the index
  /// wins.
  /// - Parameters:
  ///   - addresses: The URLs of those whose paths do not tell them, by their paths.
  ///   - absent: The source paths of those that are not.
  ///   - generated: The paths of files that the program adds, to which pages may link.
  package init(
    pages: [Page], files: [String], directoryURLs: Bool, addresses: [String: String] = [:],
    absent: [String: Absence] = [:], generated: [String] = []
  ) {
    self.files = files
    self.generated = Set(generated.map { PathKey($0) })
    self.absent = Dictionary(uniqueKeysWithValues: absent.map { (PathKey($0.key), $0.value) })
    self.pages = []
    urls = []
    filePaths = Set(files.map { PathKey($0) })
    let indexed = Set(pages.lazy.map { PagePath($0.path) }.filter(\.isIndex).map(\.folder))
    var indices: [String: Int] = [:]
    var readmes: [Page] = []
    for page in pages {
      let path = PagePath(page.path)
      if path.isReadme, indexed.contains(path.folder) {
        diagnostics.append(
          Diagnostic(
            .indexAndReadme, .warning, "this page is left out: its folder has an index.md as well",
            path: page.printedPath, help: "keep one of the two, or give this one another name"))
        readmes.append(page)
        continue
      }
      if path.isIndex { indices[path.folder] = self.pages.count }
      let url =
        addresses[page.path]
        ?? path.url(slug: page.frontMatter.slug?.value, directoryURLs: directoryURLs)
      add(page, url)
    }
    // What still leads to the page that was left out leads to the one that stands in its place.
    for readme in readmes {
      pagesByPath[PathKey(readme.path)] = indices[PagePath(readme.path).folder]
    }
  }

  /// Two sources of one output are both kept: nothing is published, and links to either are no
  /// further error.
  private mutating func add(_ page: Page, _ url: String) {
    let index = pages.count
    let output = PagePath.outputFile(of: url)
    pagesByPath[PathKey(page.path)] = index
    if let other = pagesByURL[PathKey(url)] {
      diagnostics.append(
        Diagnostic(
          .outputTwice, .error,
          "this page and \(pages[other].printedPath) would both be published at \"/\(url)\"",
          path: page.printedPath, range: page.frontMatter.slug?.range,
          help: "rename one of the files, or give one another slug"))
    } else if filePaths.contains(PathKey(output)) {
      diagnostics.append(
        Diagnostic(
          .outputTwice, .error, "this page and the file \(output) would both be published there",
          path: page.printedPath, help: "rename one of them"))
    } else if let file = fileInTheWay(of: output) {
      diagnostics.append(
        Diagnostic(
          .outputTwice, .error, "this page needs a folder where the file \(file) stands",
          path: page.printedPath, help: "rename one of them"))
    } else {
      pagesByURL[PathKey(url)] = index
    }
    pages.append(page)
    urls.append(url)
    pathBytes.append(Array(page.path.utf8))
    urlBytes.append(Array(url.utf8))
  }

  /// Adds files that the program makes once it knows the pages.
  package mutating func add(generated paths: [String]) {
    for path in paths { generated.insert(PathKey(path)) }
  }

  /// Puts a page in the place of its former state, which had the same path and the same URL.
  package mutating func replace(_ index: Int, by page: Page) { pages[index] = page }

  /// The page whose source has that path.
  package func page(atPath path: [UInt8]) -> Int? { pagesByPath[PathKey(path)] }

  /// Why the page whose source has that path is not here; nil when there is none. What is in a folder
  /// that could not be read may be there.
  package func absence(ofPath path: [UInt8]) -> Absence? {
    guard !absent.isEmpty else { return nil }
    if let absence = absent[PathKey(path)] { return absence }
    var folder = path[...]
    while let slash = folder.lastIndex(of: UInt8(ascii: "/")) {
      folder = folder[..<slash]
      if absent[PathKey(Array(folder))] == .unreadable { return .unreadable }
    }
    return absent[PathKey([])] == .unreadable ? .unreadable : nil
  }

  /// The page that is published at that URL.
  package func page(atURL url: [UInt8]) -> Int? { pagesByURL[PathKey(url)] }

  /// A copied file where an output file needs a folder.
  package func fileInTheWay(of output: String) -> String? {
    guard !filePaths.isEmpty else { return nil }
    let bytes = Array(output.utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "/") {
      guard filePaths.contains(PathKey(Array(bytes[..<index]))) else { continue }
      return String(decoding: bytes[..<index], as: UTF8.self)
    }
    return nil
  }

  /// Whether something stands at the site's own address.
  package var hasStart: Bool {
    urls.contains { $0.isEmpty || $0 == "index.html" } || hasFile(Array("index.html".utf8))
  }

  package func hasFile(_ path: [UInt8]) -> Bool { filePaths.contains(PathKey(path)) }

  /// Whether a file is published there, copied or made.
  package func publishesFile(_ path: [UInt8]) -> Bool {
    hasFile(path) || generated.contains(PathKey(path))
  }

  /// Whether a page has something with that anchor.
  package func hasAnchor(_ anchor: String, onPage index: Int) -> Bool {
    let body = pages[index].body
    return body.headings.contains { $0.anchor == anchor }
      || body.anchors.contains { $0.name == anchor }
  }
}
