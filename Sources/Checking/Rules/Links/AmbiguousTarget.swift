import Diagnostics
import Links
import Markdown
import Pages

/// A link means one page from the source file and another from the published page.
enum AmbiguousTarget: LinkRule {
  static let code = Code(
    "TB-L005", "a link means the same page from the source file and from the published page",
    .warning,
    explanation: """
      Links are read from the source file first, and then from the address of the published page. \
      This one means something both ways, and not the same. Turnbook takes the first; a browser \
      that reads the published page of another generator takes the second.

      Write the path of the page that you mean, with its extension.
      """)

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard let finding = link.finding, let rival = finding.rival, !link.isImage,
      case .page(let target, let suffix) = finding.resolution
    else { return }
    let catalog = guide.catalog
    let spellings = [target, rival].map {
      LinkSpelling.of(
        .page($0), suffix: suffix, from: link.index, like: link.record.destination, in: catalog)
    }
    findings.append(
      link.diagnostic(
        code,
        "\"\(link.written)\" means \(catalog.pages[target].printedPath) from this file, but "
          + "\(catalog.pages[rival].printedPath) from the published page",
        help: "write \"\(spellings[0])\" or \"\(spellings[1])\"",
        fix: link.fix(writing: spellings[0], isSafe: false)))
  }
}
