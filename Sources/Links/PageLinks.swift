import Diagnostics
import Markdown
package import Pages

/// What the links of one page mean.
package struct PageLinks: Sendable {
  /// One entry for each link of the page, in their order; nil for what leaves the guide.
  package var findings: [Finding?] = []
  /// One entry for each `related` of the front matter; nil for what leaves the guide.
  package var related: [Finding?] = []
  /// Whether some of them lead nowhere.
  package let isBroken: Bool
  /// The included files that some of its links stand in, by the paths that findings print.
  package let files: Set<String>

  package init(of index: Int, in catalog: Catalog, with resolver: Resolver) {
    let page = catalog.pages[index]
    findings.reserveCapacity(page.body.links.count)
    var files: Set<String> = []
    for link in page.body.links {
      findings.append(resolver.meaning(of: link.destination, from: index))
      if link.path != page.printedPath { files.insert(link.path) }
    }
    self.files = files
    related = page.frontMatter.related.map {
      resolver.meaning(of: Array($0.page.value.utf8), from: index)
    }
    isBroken = (findings + related).contains { $0?.isMissing ?? false }
  }
}

extension Resolver {
  private static let web = Array("https://".utf8)

  /// What a target means; nil when it leaves the guide or is empty. A fragment alone means its own
  /// page.
  fileprivate func meaning(of destination: [UInt8], from page: Int) -> Finding? {
    if destination.first == UInt8(ascii: "#") {
      return Finding(resolution: .page(page, suffix: destination))
    }
    // Most targets are told apart at once: addresses of the web, and paths without a colon.
    if destination.starts(with: Self.web) { return nil }
    let isPath =
      destination.first ?? UInt8(ascii: "/") != UInt8(ascii: "/")
      && !destination.contains(UInt8(ascii: ":"))
    return isPath || LinkTarget.isInternal(destination) ? resolve(destination, from: page) : nil
  }
}
