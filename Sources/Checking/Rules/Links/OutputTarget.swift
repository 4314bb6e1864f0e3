import Diagnostics
import Links
import Markdown
import Pages

/// A link names the file that a page is published as.
enum OutputTarget: LinkRule {
  static let code = Code(
    "TB-L013", "a link names the source of a page, not its published file", .error,
    explanation: """
      `page.html` is what a page becomes, not what it is: on GitHub and in editors the link is dead, \
      and with `directory_urls` the page is published under another name. `turnbook check --fix` \
      writes the path of the source. Where the link happens to work all the same, it is a warning.
      """,
    wrong: "See [few-shot prompting](few-shot.html).",
    right: "See [few-shot prompting](few-shot.md).")

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    if case .output(let suggestion) = link.miss {
      findings.append(
        link.diagnostic(
          code, "\"\(link.written)\" leads nowhere: no page is published under that name",
          suggestion: suggestion, otherwise: ""))
      return
    }
    guard case .page(let target, let suffix)? = link.finding?.resolution,
      namesOutput(link.record.destination)
    else { return }
    findings.append(
      link.diagnostic(
        code, "\"\(link.written)\" names the published file of a page, not its source",
        severity: .warning, betterAs: target, suffix: suffix, in: guide))
  }

  static func namesOutput(_ destination: [UInt8]) -> Bool {
    let end = destination.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    let path = destination[..<(end ?? destination.endIndex)]
    return path.suffix(5).elementsEqual(".html".utf8)
  }
}
