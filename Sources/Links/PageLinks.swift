import Diagnostics
import Markdown
package import Pages

/// What the links of one page mean.
package struct PageLinks: Sendable {
  /// One entry for each link of the page, in their order; nil for what leaves the guide.
  package var findings: [Finding?] = []
  /// One entry for each `related` of the front matter; nil for what leaves the guide.
  package var related: [Finding?] = []

  package init(of index: Int, in catalog: Catalog, with resolver: Resolver) {
    let page = catalog.pages[index]
    findings.reserveCapacity(page.body.links.count)
    for link in page.body.links {
      findings.append(resolver.meaning(of: link.destination, from: index))
    }
    related = page.frontMatter.related.map {
      resolver.meaning(of: Array($0.page.value.utf8), from: index)
    }
  }
}

extension Resolver {
  /// What a target means; nil when it leaves the guide or is empty. A fragment alone means its own
  /// page.
  fileprivate func meaning(of destination: [UInt8], from page: Int) -> Finding? {
    if LinkTarget.isInternal(destination) { return resolve(destination, from: page) }
    guard destination.first == UInt8(ascii: "#") else { return nil }
    return Finding(resolution: .page(page, suffix: destination))
  }
}
