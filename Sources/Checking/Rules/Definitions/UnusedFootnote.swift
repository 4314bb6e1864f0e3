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
    let definitions = page.page.body.definitions
    guard definitions.indices.contains(where: { definitions[$0].kind == .footnote }) else { return }
    let footnotes = definitions.filter { $0.kind == .footnote }
    // Of several with one label any may be the one that is shown.
    var told = Set(footnotes.lazy.filter(\.isUsed).map { Array($0.label.utf8) })
    for definition in footnotes where told.insert(Array(definition.label.utf8)).inserted {
      findings.append(
        Diagnostic(
          code, code.severity,
          "nothing refers to the footnote \"\(definition.label)\", so it is not shown",
          path: definition.path, range: definition.range, subject: definition.label,
          help: "write [^\(definition.label)] where it belongs, or take it out"))
    }
  }
}
