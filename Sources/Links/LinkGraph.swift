import Pages

/// Who links to whom in the whole guide.
package struct LinkGraph: Sendable {
  /// In the order of the pages.
  package let pages: [PageLinks]
  /// How many other pages link to each page.
  package let incoming: [Int]

  package init(_ pages: [PageLinks]) {
    self.pages = pages
    var incoming = [Int](repeating: 0, count: pages.count)
    // The last page that was counted for a target, so that each counts once.
    var counted = [Int](repeating: -1, count: pages.count)
    for (source, links) in pages.enumerated() {
      for finding in links.findings + links.related {
        guard case .page(let target, _)? = finding?.resolution, target != source,
          counted[target] != source
        else { continue }
        counted[target] = source
        incoming[target] += 1
      }
    }
    self.incoming = incoming
  }
}
