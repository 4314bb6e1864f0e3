import Diagnostics
import Markdown
import Pages

/// A footnote that nothing refers to, and that is therefore not shown.
enum UnusedFootnote: PageRule {
  static let code = Code(
    "TB-L017", "a footnote is referred to", .warning,
    explanation: """
      Nothing on the page refers to this footnote, so it is not shown: its text is lost. Refer to it \
      with its label in brackets where it belongs, or take it out.
      """,
    wrong: "One.\n\n[^1]: The source of it.",
    right: "One.[^1]\n\n[^1]: The source of it.")

  static func check(_ page: PageInGuide, in guide: Guide, _ findings: inout [Diagnostic]) {
    var labels: Set<String> = []
    for definition in page.page.body.definitions where definition.kind == .footnote {
      let isFirst = labels.insert(definition.label).inserted
      guard isFirst, !definition.isUsed else { continue }
      findings.append(
        Diagnostic(
          code, code.severity,
          "nothing refers to the footnote \"\(definition.label)\", so it is not shown",
          path: definition.path, range: definition.range, subject: definition.label,
          help: "write [^\(definition.label)] where it belongs, or take it out"))
    }
  }
}
