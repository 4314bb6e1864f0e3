import Diagnostics

/// A link to a page or file that is there, but not in the site.
enum UnpublishedTarget: LinkRule {
  static let code = Code(
    "TB-L010", "a link leads to what is published", .error,
    explanation: """
      The page or file exists, but is not part of the site: it is a draft, it is excluded by the \
      configuration, or its name or that of its folder begins with `_` or a dot. Publish it, or take \
      the link out.
      """)

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard case .unpublished(let reason, let help) = link.miss else { return }
    findings.append(
      link.diagnostic(
        code, "\"\(link.written)\" leads to what is not published: it is \(reason)", help: help))
  }
}
