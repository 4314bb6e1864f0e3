import Diagnostics
import Markdown

/// Two footnotes with one label.
enum DuplicateFootnote: PageRule {
  static let code = Code(
    "TB-L018", "a footnote is defined once on a page", .warning,
    explanation: """
      A footnote with this label stands on the page already, and only one of the two is shown: the \
      text of the other is lost. Give it another label.
      """,
    wrong: "One.[^1]\n\n[^1]: The first.\n\n[^1]: The second.",
    right: "One.[^1] Two.[^2]\n\n[^1]: The first.\n\n[^2]: The second.")

  static func check(_ page: PageInGuide, in guide: Guide, _ findings: inout [Diagnostic]) {
    DefinedTwice.report(.footnote, on: page, code, "the footnote", &findings)
  }
}
