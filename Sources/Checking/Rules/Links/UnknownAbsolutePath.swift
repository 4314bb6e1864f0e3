import Diagnostics

/// A path from the root of the guide that names nothing.
enum UnknownAbsolutePath: LinkRule {
  static let code = Code(
    "TB-L011", "a path that begins with a slash names something in the content folder", .error,
    explanation: """
      A leading slash means the content folder, not the web server: that keeps links right when the \
      site stands below another path, as `https://example.org/guide/` does. Nothing is at this path. \
      For another part of the same server write the full address.
      """,
    wrong: "See [few-shot prompting](/guide/few-shot.md).",
    right: "See [few-shot prompting](/few-shot.md).")

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard case .absolute(let suggestion) = link.miss else { return }
    findings.append(
      link.diagnostic(
        code, "\"\(link.written)\" leads nowhere",
        notes: ["a leading slash means the content folder"],
        suggestion: suggestion,
        otherwise: "write a path in the content folder, or the full address of another site"))
  }
}
