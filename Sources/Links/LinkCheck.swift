import ByteText
package import Diagnostics
import Markdown
package import Pages

extension Code {
  package static let linkTarget = Code("TB-L001", "a link leads to a page or file of the guide")
  package static let linkAnchor = Code("TB-L002", "a link's fragment is an anchor of its page")
  package static let linkExtension = Code("TB-L003", "a link to a page names its file with .md")
  package static let linkPublished = Code(
    "TB-L004", "a link is written from the source file, not from the published page")
  package static let linkAmbiguous = Code(
    "TB-L005", "a link means the same page from the source file and from the published page")
}

/// What a page's links mean, and the findings about them.
package struct LinkCheck: Sendable {
  /// One entry for each link of the page; nil for an external one.
  package var resolutions: [Resolution?] = []
  package var diagnostics: [Diagnostic] = []

  package init(_ index: Int, in catalog: Catalog, with resolver: Resolver) {
    let page = catalog.pages[index]
    var checked: Set<Place> = []
    resolutions.reserveCapacity(page.body.links.count)
    for link in page.body.links {
      if LinkTarget.isInternal(link.destination) {
        let finding = resolver.resolve(link.destination, from: index)
        resolutions.append(finding.resolution)
        // One definition may serve several links.
        let place = Place(path: link.path, range: link.range)
        guard link.range.count == 0 || checked.insert(place).inserted else { continue }
        check(link, finding.resolution, from: page, catalog)
        suggest(link, finding, from: index, catalog)
      } else {
        resolutions.append(nil)
        if link.destination.first == UInt8(ascii: "#") {
          check(link, .page(index, suffix: link.destination), from: page, catalog)
        }
      }
    }
  }

  private struct Place: Hashable {
    var path: String
    var range: ByteRange
  }

  /// Proposes the better spelling of a link that works.
  private mutating func suggest(
    _ link: LinkRecord, _ finding: Finding, from index: Int, _ catalog: Catalog
  ) {
    guard case .page(let target, let suffix) = finding.resolution,
      finding.rival != nil || finding.way != .source
    else { return }
    let better = spelling(of: target, suffix, from: index, catalog)
    let written = String(decoding: link.destination, as: UTF8.self)
    if let rival = finding.rival {
      diagnostics.append(
        Diagnostic(
          .linkAmbiguous, .warning,
          "\"\(written)\" means \(catalog.pages[target].printedPath) from this file, but "
            + "\(catalog.pages[rival].printedPath) from the published page",
          path: link.path, range: link.range,
          help: "write \"\(better)\" or "
            + "\"\(spelling(of: rival, suffix, from: index, catalog))\""))
      return
    }
    switch finding.way {
    case .source: break
    case .withoutExtension:
      diagnostics.append(
        Diagnostic(
          .linkExtension, .note, "\"\(written)\" leaves out the extension of the page",
          path: link.path, range: link.range, help: "write \"\(better)\""))
    case .published:
      diagnostics.append(
        Diagnostic(
          .linkPublished, .note,
          "\"\(written)\" is written as from the published page, not from this file",
          path: link.path, range: link.range, help: "write \"\(better)\""))
    }
  }

  /// A link to a page by the path of its source.
  private func spelling(
    of page: Int, _ suffix: [UInt8], from index: Int, _ catalog: Catalog
  ) -> String {
    var buffer = ByteBuffer()
    buffer.append(
      escapingPath: RelativeURL.path(
        from: Array(catalog.pages[index].path.utf8), to: Array(catalog.pages[page].path.utf8)))
    buffer.append(suffix)
    return buffer.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func check(
    _ link: LinkRecord, _ resolution: Resolution, from page: Page, _ catalog: Catalog
  ) {
    switch resolution {
    case .missing:
      switch Resolver.sourcePath(link.destination, from: page).flatMap(catalog.absence) {
      // What is wrong with the page is told already.
      case .unreadable: return
      case .draft:
        let target = String(decoding: link.destination, as: UTF8.self)
        diagnostics.append(
          Diagnostic(
            .linkTarget, .error, "\"\(target)\" leads to a draft, which is not published",
            path: link.path, range: link.range,
            help: "take the link or `draft: true` out, or build with --drafts"))
        return
      case nil: break
      }
      let target = String(decoding: link.destination, as: UTF8.self)
      let isImage = link.kind == .image
      diagnostics.append(
        Diagnostic(
          .linkTarget, .error,
          isImage ? "the image \"\(target)\" does not exist" : "\"\(target)\" leads nowhere",
          path: link.path, range: link.range,
          help: "write the path of a file in the content folder, seen from this page"))
    case .page(let target, let suffix):
      if link.kind == .image {
        diagnostics.append(
          Diagnostic(
            .linkTarget, .error,
            "the image \"\(String(decoding: link.destination, as: UTF8.self))\" is a page",
            path: link.path, range: link.range,
            help: "write the path of a picture, or a link without the exclamation mark"))
        return
      }
      guard let hash = suffix.firstIndex(of: UInt8(ascii: "#")) else { return }
      let written = suffix[(hash + 1)...]
      guard !written.isEmpty, !written.elementsEqual("top".utf8),
        !written.starts(with: ":~:".utf8)
      else { return }
      // A text directive may follow the anchor.
      let anchor = String(decoding: written, as: UTF8.self).split(separator: ":~:").first ?? ""
      let decoded = String(decoding: Resolver.percentDecoded(anchor.utf8), as: UTF8.self)
      guard !catalog.hasAnchor(decoded, onPage: target),
        !catalog.hasAnchor(String(anchor), onPage: target)
      else { return }
      diagnostics.append(
        Diagnostic(
          .linkAnchor, .error,
          "\(catalog.pages[target].printedPath) has nothing with the anchor \"#\(anchor)\"",
          path: link.path, range: link.range,
          help: NearMiss.best(
            for: decoded, among: catalog.pages[target].body.headings.lazy.map(\.anchor)
          ).map { "did you mean \"#\($0)\"?" }))
    case .file: break
    }
  }
}
