import Diagnostics
import Markdown
import Pages

/// A technique page without one of the sections that readers look for.
enum RequiredSections: PageRule {
  static let code = Code(
    "TB-P001", "a technique page has the sections that the guide demands", .warning,
    explanation: """
      Readers who know one technique page of a guide find their way on all others when the sections \
      have the same names. The configuration says which are demanded (`check: sections`); from the \
      beginning these are *What It Is*, *When to Use It*, *The Pattern*, *Common Pitfalls* and \
      *Related Techniques*, at any level, letter case aside.
      """)

  static func check(_ page: PageInGuide, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard page.isTechnique else { return }
    let missing = guide.settings.requiredSections.filter { page.sections.named($0).isEmpty }
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
