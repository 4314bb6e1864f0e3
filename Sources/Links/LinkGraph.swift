import Pages

/// Who links to whom in the whole guide.
package struct LinkGraph: Sendable {
  /// In the order of the pages.
  package private(set) var pages: [PageLinks]
  /// How many other pages link to each page.
  package let incoming: [Int]

  package init(_ pages: [PageLinks]) {
    self.pages = pages
    var incoming = [Int](repeating: 0, count: pages.count)
    // The last page that was counted for a target, so that each counts once.
    var counted = [Int](repeating: -1, count: pages.count)
    for (source, links) in pages.enumerated() {
      for findings in [links.findings, links.related] {
        for finding in findings {
          guard case .page(let target, _)? = finding?.resolution, target != source,
            counted[target] != source
          else { continue }
          counted[target] = source
          incoming[target] += 1
        }
      }
    }
    self.incoming = incoming
  }

  /// The same graph with other places for the links of a page, which lead where they led before.
  package func replacing(_ index: Int, by links: PageLinks) -> LinkGraph {
    var graph = self
    graph.pages[index] = links
    return graph
  }
}
