import Diagnostics
import Links
import Markdown
import Pages
import PatternExtraction
import Patterns

/// Which techniques and use cases of a guide are related to each other.
struct TechniqueGraph: Sendable {
  struct Node: Sendable {
    /// Its place in the catalog.
    var page: Int
    /// Its place among the patterns; nil for a use case without one.
    var pattern: Int?
    var isUseCase: Bool
  }

  /// Every page with a pattern and every use case, in the order of the pages.
  private(set) var nodes: [Node] = []
  /// The nodes that each names as related, in the order of its author.
  private(set) var named: [[Int]] = []
  /// Those, and behind them those that name it and are not named.
  private(set) var neighbours: [[Int]] = []
  /// Whether the map shows each: those that are related to others; where they are too many, those
  /// with the most relations.
  private(set) var isOnMap: [Bool] = []
  /// Whether they are too many.
  private(set) var isCut = false
  private var nodeOfPage: [Int: Int] = [:]

  /// A larger map would take long to lay out, and nobody could read it.
  static let most = 150

  /// Nothing is related.
  init() {}

  init(_ catalog: Catalog, _ links: LinkGraph, _ techniques: SiteTechniques) {
    for (index, page) in catalog.pages.enumerated() {
      let pattern = techniques.pattern(of: index)
      let isUseCase = page.frontMatter.kind?.value == .useCase
      guard pattern != nil || isUseCase else { continue }
      nodeOfPage[index] = nodes.count
      nodes.append(Node(page: index, pattern: pattern, isUseCase: isUseCase))
    }
    for (index, node) in nodes.enumerated() {
      let pages =
        node.pattern.map { techniques.related[$0].compactMap(\.self) }
        ?? Self.targets(of: links.pages[node.page])
      named.append(unique(pages, besides: index))
    }
    neighbours = named
    for (index, others) in named.enumerated() {
      for other in others where !named[other].contains(index) { neighbours[other].append(index) }
    }
    choose()
  }

  private mutating func choose() {
    var chosen = nodes.indices.filter { !neighbours[$0].isEmpty }
    isCut = chosen.count > Self.most
    if isCut {
      chosen.sort { (neighbours[$1].count, $0) < (neighbours[$0].count, $1) }
    }
    isOnMap = Array(repeating: false, count: nodes.count)
    for node in chosen.prefix(Self.most) { isOnMap[node] = true }
  }

  /// The nodes of pages, each once.
  private func unique(_ pages: [Int], besides own: Int) -> [Int] {
    var nodes: [Int] = []
    for page in pages {
      guard let node = nodeOfPage[page], node != own, !nodes.contains(node) else { continue }
      nodes.append(node)
    }
    return nodes
  }

  /// What a use case without a pattern is related to: what it says, else the pages it leads to.
  private static func targets(of links: PageLinks) -> [Int] {
    let findings = links.related.isEmpty ? links.findings : links.related
    return findings.compactMap {
      if case .page(let page, _)? = $0?.resolution { page } else { nil }
    }
  }

  func node(ofPage page: Int) -> Int? { nodeOfPage[page] }

  func areRelated(_ first: Int, _ second: Int) -> Bool {
    neighbours[first].count <= neighbours[second].count
      ? neighbours[first].contains(second) : neighbours[second].contains(first)
  }

  /// Whether some technique of a guide names another as related, which decides whether there is a
  /// map: pages may link to it, so this is asked before links are followed.
  static func hasRelations(
    _ catalog: Catalog, _ ids: TechniqueIDs, _ extractions: [String: Extraction]
  ) -> Bool {
    guard ids.ofPatterns.count > 1 else { return false }
    let resolver = Resolver(catalog)
    for (index, page) in catalog.pages.enumerated() {
      for related in extractions[page.path]?.pattern?.related ?? [] {
        let target = Array(related.href.utf8)
        guard LinkTarget.isInternal(target),
          case .page(let other, _) = resolver.resolve(target, from: index).resolution,
          other != index, extractions[catalog.pages[other].path]?.pattern != nil
        else { continue }
        return true
      }
    }
    return false
  }
}

extension Site {
  /// What readers call a node of the graph.
  func title(ofNode node: Int) -> String {
    let node = graph.nodes[node]
    return node.pattern.map { techniques.patterns[$0].title } ?? catalog.pages[node.page].title
  }

  /// A node's name on the map, part of an XML name: the id of its pattern, else its address with colons
  /// in place of slashes, which is no such id.
  func mapID(ofNode node: Int) -> String {
    let node = graph.nodes[node]
    if let pattern = node.pattern { return techniques.patterns[pattern].id }
    return catalog.urls[node.page].unicodeScalars.reduce(into: "") { id, scalar in
      switch scalar {
      case "/": id += ":"
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "\u{80}"...: id.unicodeScalars.append(scalar)
      default: id += "_\(String(scalar.value, radix: 16))"
      }
    }
  }
}
