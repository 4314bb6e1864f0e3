import Diagnostics

/// A link names a page that is not there.
enum MissingPage: LinkRule {
  static let code = Code(
    "TB-L001", "a link leads to a page of the guide", .error,
    explanation: """
      The target is no page or file of the content folder, neither seen from the file that holds \
      the link nor from the address at which its page is published. Readers who follow the link get \
      the *not found* page.

      Write the path of the page's source, seen from the file with the link. Where the page was \
      renamed or moved, `turnbook check --fix` writes its new path.
      """,
    wrong: "See [few-shot prompting](few-shots.md).",
    right: "See [few-shot prompting](few-shot.md).")

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard case .page(let suggestion) = link.miss else { return }
    findings.append(
      link.diagnostic(
        code, "\"\(link.written)\" leads nowhere", suggestion: suggestion,
        otherwise: help(for: link.written)))
  }

  private static func help(for target: String) -> String {
    if target.hasPrefix("www.") { return "write \"https://\(target)\" for a site of that name" }
    if target.contains("@"), !target.contains("/") {
      return "write \"mailto:\(target)\" for an address of that name"
    }
    return "write the path of a page in the content folder, seen from this page"
  }
}
