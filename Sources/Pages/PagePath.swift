/// What the path of a page's source says about its place in the site.
package struct PagePath {
  /// The folders and the file's name.
  private let parts: [Substring]
  private let name: Substring

  package init(_ path: String) {
    // Comparing characters would take their boundaries apart.
    var parts = path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
    var name = parts.popLast() ?? ""
    if let ending = Self.ending(of: name) { name = name.dropLast(ending.count) }
    self.parts = parts
    self.name = name
  }

  /// Whether the file is a page at all.
  package static func isPage(_ path: String) -> Bool {
    ending(of: path[...]) != nil
  }

  /// The extension that makes a file a page, in any case of its letters.
  private static func ending(of path: Substring) -> String? {
    [".md", ".markdown"].first { ending in
      path.utf8.count >= ending.utf8.count
        && path.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) { $0 | 0x20 == $1 | 0x20 }
    }
  }

  package var isIndex: Bool { name == "index" }
  package var isReadme: Bool { name == "README" }

  /// The folder that the page is in; empty at the top.
  package var folder: String { parts.joined(separator: "/") }

  /// The file's name, or its folder's for an index, with words apart: `few-shot` → `Few shot`.
  package var plainTitle: String {
    let base = isIndex || isReadme ? parts.last ?? "Home" : name
    let words = base.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The page's URL relative to the site's root, not percent-encoded: `techniques/few-shot/`, or
  /// empty for the first page.
  package func url(slug: String?, directoryURLs: Bool) -> String {
    var path = parts.map(String.init)
    let isFolder = isIndex || isReadme
    if isFolder {
      if let slug, !path.isEmpty { path[path.count - 1] = slug }
      let folder = path.map { $0 + "/" }.joined()
      return directoryURLs ? folder : folder + "index.html"
    }
    path.append(slug ?? String(name))
    return path.joined(separator: "/") + (directoryURLs ? "/" : ".html")
  }

  /// The file that a URL is published as.
  package static func outputFile(of url: String) -> String {
    url.isEmpty || url.hasSuffix("/") ? url + "index.html" : url
  }
}
