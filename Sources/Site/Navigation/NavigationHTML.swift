import ByteText
import Pages

/// The side bar of each page: what is above the page, beside it and below it. Its size does not
/// grow with the guide.
struct NavigationHTML {
  /// A guide with no more entries than this is shown whole.
  private static let wholeLimit = 80
  /// Of longer lists only so many entries around the page's own are shown.
  private static let reach = 15

  private let navigation: Navigation
  /// Escaped title and URL of each node, made once.
  private let titles: [[UInt8]]
  private let urls: [[UInt8]?]
  private let isWhole: Bool
  /// Where each node stands among those beside it.
  private let places: [Int]

  init(_ navigation: Navigation, _ catalog: Catalog) {
    self.navigation = navigation
    isWhole = navigation.nodes.count <= Self.wholeLimit
    var places = Array(repeating: 0, count: navigation.nodes.count)
    for (place, node) in navigation.roots.enumerated() { places[node] = place }
    for node in navigation.nodes {
      for (place, child) in node.children.enumerated() { places[child] = place }
    }
    self.places = places
    var buffer = ByteBuffer()
    titles = navigation.nodes.map { node in
      buffer.removeAll()
      buffer.append(escaping: node.title)
      return buffer.array
    }
    urls = navigation.nodes.map { node in
      buffer.removeAll()
      switch node.target {
      case .section: return nil
      case .page(let page): buffer.append(escapingPath: Array(catalog.urls[page].utf8))
      case .link(let url): buffer.append(escapingURL: Array(url.utf8))
      }
      return buffer.array
    }
  }

  /// Appends the side bar of a page; `root` leads from it to the site's root and is empty at the
  /// root itself.
  func write(for page: Int?, root: [UInt8], into buffer: inout ByteBuffer) {
    let current = page.flatMap { navigation.nodeOfPage[$0] }
    let open = current.map { Set(navigation.ancestors(of: $0) + [$0]) } ?? []
    writeList(navigation.roots, current, open, root, &buffer)
  }

  private func writeList(
    _ nodes: [Int], _ current: Int?, _ open: Set<Int>, _ root: [UInt8], _ buffer: inout ByteBuffer
  ) {
    buffer.append("<ul>\n")
    var shown = nodes[...]
    if !isWhole, nodes.count > 2 * Self.reach + 1 {
      // Looking through the list would take quadratic time where all pages are in one folder.
      let inside = open.first { places[$0] < nodes.count && nodes[places[$0]] == $0 }
      let middle = inside.map { places[$0] } ?? 0
      let start = max(0, min(middle - Self.reach, nodes.count - 2 * Self.reach - 1))
      shown = nodes[start..<start + 2 * Self.reach + 1]
    }
    if shown.startIndex > 0 { buffer.append("<li class=\"more\" aria-hidden=\"true\">…</li>\n") }
    for node in shown { writeNode(node, current, open, root, &buffer) }
    if shown.endIndex < nodes.count {
      buffer.append("<li class=\"more\" aria-hidden=\"true\">…</li>\n")
    }
    buffer.append("</ul>\n")
  }

  private func writeNode(
    _ node: Int, _ current: Int?, _ open: Set<Int>, _ root: [UInt8], _ buffer: inout ByteBuffer
  ) {
    let content = navigation.nodes[node]
    let isOpen = open.contains(node)
    let showsChildren = !content.children.isEmpty && (isWhole || isOpen)
    let isPage = urls[node] != nil
    buffer.append(isPage && showsChildren ? "<li class=\"branch\">" : "<li>")
    if isPage { writeLink(node, content, isCurrent: node == current, root, &buffer) }
    if showsChildren {
      buffer.append(isOpen ? "<details open><summary" : "<details><summary")
      if isPage {
        buffer.append(" aria-label=\"")
        buffer.append(titles[node])
        buffer.append("\">")
      } else {
        buffer.append(UInt8(ascii: ">"))
        buffer.append(titles[node])
      }
      buffer.append("</summary>")
      writeList(content.children, current, open, root, &buffer)
      buffer.append("</details>")
    } else if !isPage {
      writeClosedSection(node, content, root, &buffer)
    }
    buffer.append("</li>\n")
  }

  private func writeLink(
    _ node: Int, _ content: Navigation.Node, isCurrent: Bool, _ root: [UInt8],
    _ buffer: inout ByteBuffer
  ) {
    guard let url = urls[node] else { return }
    buffer.append("<a href=\"")
    write(url, of: content, root, &buffer)
    buffer.append(isCurrent ? "\" aria-current=\"page\">" : "\">")
    buffer.append(titles[node])
    buffer.append("</a>")
  }

  /// A section that is not opened in this guide's size leads to its first page.
  private func writeClosedSection(
    _ node: Int, _ content: Navigation.Node, _ root: [UInt8], _ buffer: inout ByteBuffer
  ) {
    var first = content.children.first
    while let child = first, urls[child] == nil { first = navigation.nodes[child].children.first }
    guard let child = first, let url = urls[child] else { return buffer.append(titles[node]) }
    buffer.append("<a href=\"")
    write(url, of: navigation.nodes[child], root, &buffer)
    buffer.append("\">")
    buffer.append(titles[node])
    buffer.append("</a>")
  }

  /// Whether a link of the navigation leads to a file of the site itself.
  private static func isFile(_ target: String) -> Bool {
    !target.hasPrefix("/") && !target.hasPrefix("#")
      && !target.prefix { $0 != "/" }.contains(":")
  }

  private func write(
    _ url: [UInt8], of node: Navigation.Node, _ root: [UInt8], _ buffer: inout ByteBuffer
  ) {
    if case .page = node.target {
      buffer.append(root)
      // The start page seen from itself, and a name that would be read as a scheme.
      let name = url.prefix { $0 != UInt8(ascii: "/") }
      if root.isEmpty, url.isEmpty || name.contains(UInt8(ascii: ":")) { buffer.append("./") }
    } else if case .link(let target) = node.target, Self.isFile(target) {
      buffer.append(root)
    }
    buffer.append(url)
  }
}
