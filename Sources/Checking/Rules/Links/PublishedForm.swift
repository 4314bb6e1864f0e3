import Diagnostics
import Links
import Markdown

/// A link is written as it stands in the published site.
enum PublishedForm: LinkRule {
  static let code = Code(
    "TB-L004", "a link is written from the source file, not from the published page", .note,
    explanation: """
      The target exists only when it is seen from the address at which the page is published. \
      Turnbook understands that and writes the link so that it works; on GitHub and in editors it \
      is dead, and so it is once the page moves or `directory_urls` changes.
      """,
    wrong: "See [few-shot prompting](../few-shot/).",
    right: "See [few-shot prompting](few-shot.md).")

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard let finding = link.finding, finding.way == .published, !link.isImage,
      case .page(let target, let suffix) = finding.resolution,
      !OutputTarget.namesOutput(link.record.destination)
    else { return }
    findings.append(
      link.diagnostic(
        code, "\"\(link.written)\" is written as from the published page, not from this file",
        betterAs: target, suffix: suffix, in: guide))
  }
}
