package import Diagnostics
import Markdown
package import Pages

extension Code {
  package static let linkTarget = Code("TB-L001", "a link leads to a page or file of the guide")
  package static let linkAnchor = Code("TB-L002", "a link's fragment is an anchor of its page")
}

/// What a page's links mean, and the findings about them.
package struct LinkCheck: Sendable {
  /// One entry for each link of the page; nil for an external one.
  package var resolutions: [Resolution?] = []
  package var diagnostics: [Diagnostic] = []

  package init(_ index: Int, in catalog: Catalog, with resolver: Resolver) {
    let page = catalog.pages[index]
    resolutions.reserveCapacity(page.body.links.count)
    for link in page.body.links {
      if LinkTarget.isInternal(link.destination) {
        let resolution = resolver.resolve(link.destination, from: index)
        resolutions.append(resolution)
        check(link, resolution, catalog)
      } else {
        resolutions.append(nil)
        if link.destination.first == UInt8(ascii: "#") {
          check(link, .page(index, suffix: link.destination), catalog)
        }
      }
    }
  }

  private mutating func check(_ link: LinkRecord, _ resolution: Resolution, _ catalog: Catalog) {
    switch resolution {
    case .missing:
      let target = String(decoding: link.destination, as: UTF8.self)
      let isImage = link.kind == .image
      diagnostics.append(
        Diagnostic(
          .linkTarget, .error,
          isImage ? "the image \"\(target)\" does not exist" : "\"\(target)\" leads nowhere",
          path: link.path, range: link.range,
          help: "write the path of a file in the content folder, seen from this page"))
    case .page(let page, let suffix):
      guard let hash = suffix.firstIndex(of: UInt8(ascii: "#")) else { return }
      let written = suffix[(hash + 1)...]
      guard !written.isEmpty, !written.elementsEqual("top".utf8),
        !written.starts(with: ":~:".utf8)
      else { return }
      // A text directive may follow the anchor.
      let anchor = String(decoding: written, as: UTF8.self).split(separator: ":~:").first ?? ""
      let decoded = String(decoding: Resolver.percentDecoded(anchor.utf8), as: UTF8.self)
      guard !catalog.hasAnchor(decoded, onPage: page),
        !catalog.hasAnchor(String(anchor), onPage: page)
      else { return }
      diagnostics.append(
        Diagnostic(
          .linkAnchor, .error,
          "\(catalog.pages[page].printedPath) has nothing with the anchor \"#\(anchor)\"",
          path: link.path, range: link.range,
          help: NearMiss.best(
            for: decoded, among: catalog.pages[page].body.headings.lazy.map(\.anchor)
          ).map { "did you mean \"#\($0)\"?" }))
    case .file: break
    }
  }
}
