import Diagnostics
import Markdown
import Pages
import PatternExtraction

/// A technique page without one of the sections that readers look for.
enum RequiredSections: PageRule {
  static let code = Code(
    "TB-P001", "a technique page has the sections that the guide demands", .warning,
    explanation: """
      Readers who know one technique page of a guide find their way on all others when the sections \
      have the same names. The configuration says which are demanded (`check: sections`); from the \
      beginning these are *What It Is*, *When to Use It*, *The Pattern*, *Common Pitfalls* and \
      *Related Techniques*, or what these are called in the language of the guide, at any level, \
      letter case aside. Other names are declared below `patterns: sections`.
      """)

  static func check(_ page: PageInGuide, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard page.isTechnique else { return }
    let missing = guide.requiredSections.filter { !page.sections.contains($0) }
    for name in missing {
      let near = NearMiss.best(for: name, among: page.sections.all.lazy.map(\.heading.text))
      let place = page.sections.all.first { $0.heading.text == near }
      findings.append(
        page.diagnostic(
          code, "this technique page has no section \"\(name)\"",
          range: place.flatMap {
            $0.heading.path == page.page.printedPath ? $0.heading.range : nil
          },
          help: near.map { "is it \"\($0)\"? Then call it \"\(name)\"" }
            ?? "add a heading of that name, or change `check: sections` in "
            + guide.facts.configPath))
    }
  }
}

extension Guide {
  /// The sections that a technique page must have, by name.
  fileprivate var requiredSections: [String] {
    if let sections = settings.requiredSections { return sections }
    let kinds: [SectionNames.Section] = [.whatItIs, .whenToUse, .pattern, .pitfalls, .related]
    return kinds.map { techniques.names.heading(of: $0) }
  }
}
