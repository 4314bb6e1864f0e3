import Diagnostics
import Links
import Pages

/// An entry of the navigation that names no page.
enum NavigationPage: GuideRule {
  static let code = Code(
    "TB-S011", "the navigation names pages of the guide", .error,
    explanation: """
      The navigation names a path at which there is no page, so the entry is left out. Paths are \
      seen from the content folder, and have their extension.
      """,
    wrong: "navigation:\n  - few-shots.md\n",
    right: "navigation:\n  - few-shot.md\n", language: "yaml")

  static func check(_ guide: Guide, _ findings: inout [Diagnostic]) {
    let catalog = guide.catalog
    for entry in guide.facts.navigation where entry.page == nil {
      // A draft takes its place when it is published.
      guard catalog.absence(ofPath: Array(entry.written.utf8)) == nil else { continue }
      let candidates = guide.candidates
      let alike = candidates?.alike(entry.written) ?? []
      let sure = alike.isEmpty ? candidates?.named(like: entry.written) ?? [] : alike
      let target = sure.first ?? candidates?.nearest(to: entry.written)
      let better: String? =
        if case .page(let page) = target { catalog.pages[page].path } else { nil }
      findings.append(
        Diagnostic(
          code, code.severity, "the navigation names \"\(entry.written)\", which is no page",
          path: guide.facts.configPath, range: entry.range, subject: entry.written,
          help: better.map { "did you mean \"\($0)\"?" }
            ?? "write a path in the content folder",
          fix: better.flatMap { path in
            !PlainScalar.holds(path)
              ? nil
              : Fix(
                "write \"\(path)\"",
                [Edit(path: guide.facts.configPath, range: entry.range, replacement: path)],
                isSafe: sure.count == 1 && entry.range.count == entry.written.utf8.count)
          }))
    }
  }
}
