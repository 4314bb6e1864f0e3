import Foundation

/// The links of a published site, followed as a browser follows them.
struct PublishedLinks {
  /// Each link that leads to no file, or to no anchor of its file: `page → target`.
  private(set) var dead: [String] = []
  private(set) var count = 0

  init(in guide: Guide, site: String = "site") throws {
    let root = guide.at(site)
    for path in try guide.tree(site).keys.sorted() where path.hasSuffix(".html") {
      // Served at any depth, so its links begin at the root of a host.
      guard path != "404.html" else { continue }
      let page = root.appending(path: path)
      for link in Self.targets(in: try String(contentsOf: page, encoding: .utf8)) {
        count += 1
        if !Self.leadsSomewhere(link, from: page) { dead.append("\(path) → \(link)") }
      }
    }
  }

  /// The values of `href` and `src` that stay on the site.
  static func targets(in html: String) -> [String] {
    html.matches(of: /\s(?:href|src)="([^"]*)"/).map { match in
      String(match.output.1).replacing("&amp;", with: "&").replacing("&#x27;", with: "'")
    }.filter { !$0.contains(/^([a-z][a-z0-9+.-]*:|\/\/)/) }
  }

  private static func leadsSomewhere(_ link: String, from page: URL) -> Bool {
    guard let url = URL(string: link, relativeTo: page)?.absoluteURL else { return false }
    var file = URL(filePath: url.path(percentEncoded: false))
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
    if isThere, isFolder.boolValue { file = file.appending(path: "index.html") }
    guard FileManager.default.fileExists(atPath: file.path) else { return false }
    guard let fragment = url.fragment(percentEncoded: false), !fragment.isEmpty,
      fragment != "top", let text = try? String(contentsOf: file, encoding: .utf8)
    else { return true }
    return fragment.hasPrefix(":~:") || text.contains("id=\"\(fragment)\"")
      || text.contains("name=\"\(fragment)\"")
  }
}
