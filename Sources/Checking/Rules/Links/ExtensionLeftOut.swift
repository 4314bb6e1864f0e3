import Diagnostics
import Links
import Markdown

/// A link names a page without its extension.
enum ExtensionLeftOut: LinkRule {
  static let code = Code(
    "TB-L003", "a link to a page names its file with .md", .note,
    explanation: """
      The link works here, but on GitHub, in editors and in other generators it does not: there the \
      target is a file, and files are named with their extension. `turnbook check --fix` writes it.
      """,
    wrong: "See [few-shot prompting](few-shot).",
    right: "See [few-shot prompting](few-shot.md).")

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard let finding = link.finding, finding.way == .withoutExtension, finding.rival == nil,
      case .page(let target, let suffix) = finding.resolution, !link.isImage
    else { return }
    findings.append(
      link.diagnostic(
        code, "\"\(link.written)\" leaves out the extension of the page", betterAs: target,
        suffix: suffix, in: guide))
  }
}
