import Diagnostics

/// A link names what is there in other capitals.
enum WrongCase: LinkRule {
  static let code = Code(
    "TB-L006", "a link has the capitals and accents of the file's name", .error,
    explanation: """
      A file of that name is there, but its letters have another case, or its accents are encoded in \
      another way. On macOS and Windows the link seems to work; on the web server, and on GitHub, it \
      does not. `turnbook check --fix` writes the name as it is.
      """,
    wrong: "See [few-shot prompting](Few-Shot.md).",
    right: "See [few-shot prompting](few-shot.md).")

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard case .otherCase(let suggestion) = link.miss else { return }
    findings.append(
      link.diagnostic(
        code, "\"\(link.written)\" is not how the file is spelled", suggestion: suggestion,
        otherwise: ""))
  }
}
