import Checking
import Diagnostics
import Pages
import YAML

/// The guide's table of contents: a tree of sections and pages, from the configuration or from the
/// folders.
struct Navigation: Sendable {
  enum Target: Sendable {
    case section
    case page(Int)
    /// A URL on another host.
    case link(String)
  }

  struct Node: Sendable {
    var title: String
    var target: Target
    /// Indices of nodes; nil for the roots.
    var parent: Int?
    var children: [Int] = []
  }

  private(set) var nodes: [Node] = []
  private(set) var roots: [Int] = []
  /// The node of each page; nil for a page in no navigation.
  private(set) var nodeOfPage: [Int?]
  /// The pages in reading order.
  private(set) var sequence: [Int] = []
  /// The place of each page in `sequence`.
  private(set) var placeOfPage: [Int?]
  /// The configured entries that name pages, for the rules about them.
  private(set) var references: [NavigationReference] = []

  init(_ catalog: Catalog, _ project: Project) {
    nodeOfPage = Array(repeating: nil, count: catalog.pages.count)
    placeOfPage = Array(repeating: nil, count: catalog.pages.count)
    if let entries = project.config.navigation {
      for entry in entries { add(entry, under: nil, catalog, project) }
    } else {
      for entry in FolderOrder(catalog).entries { add(entry, under: nil, catalog) }
    }
    for (node, content) in nodes.enumerated() {
      guard case .page(let page) = content.target, nodeOfPage[page] == nil else { continue }
      nodeOfPage[page] = node
      placeOfPage[page] = sequence.count
      sequence.append(page)
    }
  }

  /// The nodes above a node, from the root down.
  func ancestors(of node: Int) -> [Int] {
    var path: [Int] = []
    var next = nodes[node].parent
    while let parent = next {
      path.append(parent)
      next = nodes[parent].parent
    }
    return path.reversed()
  }

  /// The page that a node leads to, if any: its own, or for a section the index among its children.
  func page(of node: Int, in catalog: Catalog) -> Int? {
    if case .page(let page) = nodes[node].target { return page }
    for child in nodes[node].children {
      guard case .page(let page) = nodes[child].target else { continue }
      let path = PagePath(catalog.pages[page].path)
      return path.isIndex || path.isReadme ? page : nil
    }
    return nil
  }

  @discardableResult
  private mutating func append(_ title: String, _ target: Target, under parent: Int?) -> Int {
    let index = nodes.count
    nodes.append(Node(title: title, target: target, parent: parent))
    if let parent { nodes[parent].children.append(index) } else { roots.append(index) }
    return index
  }

  private mutating func add(
    _ entry: NavigationEntry, under parent: Int?, _ catalog: Catalog, _ project: Project
  ) {
    switch entry.target {
    case .link(let url):
      append(entry.title?.value ?? url, .link(url), under: parent)
    case .section(let children):
      let node = append(entry.title?.value ?? "", .section, under: parent)
      for child in children { add(child, under: node, catalog, project) }
    case .page(let path):
      let page = catalog.page(atPath: Array(path.utf8))
      references.append(NavigationReference(written: path, page: page, range: entry.range))
      guard let page else { return }
      append(entry.title?.value ?? catalog.pages[page].title, .page(page), under: parent)
    }
  }

  private mutating func add(_ entry: FolderOrder.Entry, under parent: Int?, _ catalog: Catalog) {
    let title = entry.page.map { catalog.pages[$0].title } ?? entry.title
    let target = entry.page.map { Target.page($0) } ?? .section
    let node = append(title, target, under: parent)
    for child in entry.children { add(child, under: node, catalog) }
  }
}
