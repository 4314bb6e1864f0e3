import Diagnostics
import Links
import Pages

/// An entry of `related` that leads nowhere.
enum RelatedPages: PageRule {
  static let code = Code(
    "TB-P007", "an entry of `related` leads to a page of the guide", .error,
    explanation: """
      `related` in the front matter names a page that is not there. Write the path of a page's \
      source, seen from this page.
      """,
    wrong: "---\nrelated:\n  - few-shots.md\n---\n\n# Chain of thought",
    right: "---\nrelated:\n  - few-shot.md\n---\n\n# Chain of thought")

  static func check(_ page: PageInGuide, in guide: Guide, _ findings: inout [Diagnostic]) {
    for (entry, finding) in zip(page.page.frontMatter.related, page.links.related) {
      guard let finding else { continue }
      let written = entry.page.value
      var fix: Fix?
      let message: String
      let help: String
      switch finding.resolution {
      case .file: continue
      case .page(let target, let suffix):
        guard let fragment = Fragment(suffix), !fragment.exists(on: target, in: guide.catalog)
        else { continue }
        message =
          "\"\(written)\" names an anchor that "
          + "\(guide.catalog.pages[target].printedPath) does not have"
        help = "take the fragment out, or write an anchor of that page"
      case .missing:
        let miss = Miss(Array(written.utf8), nil, from: page.index, in: guide)
        guard miss != .unreadable else { continue }
        message = "\"\(written)\" in `related` leads nowhere"
        let suggestion = miss.suggestion
        help = suggestion?.help ?? miss.help ?? "write the path of a page, seen from this one"
        if let suggestion, PlainScalar.holds(suggestion.spelling),
          entry.page.range.count == written.utf8.count
        {
          fix = Fix(
            "write \"\(suggestion.spelling)\"",
            [
              Edit(
                path: page.page.printedPath, range: entry.page.range,
                replacement: suggestion.spelling)
            ], isSafe: suggestion.isSure)
        }
      }
      findings.append(
        Diagnostic(
          code, code.severity, message, path: page.page.printedPath, range: entry.page.range,
          subject: written, help: help, fix: fix))
    }
  }
}
