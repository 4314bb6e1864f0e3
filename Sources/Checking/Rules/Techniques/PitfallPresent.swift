import Diagnostics
import Markdown
import Pages
import PatternExtraction
import Patterns

/// A technique page without a pitfall that says problem and fix.
enum PitfallPresent: PageRule {
  static let code = Code(
    "TB-P004", "a technique page has a pitfall with problem and fix", .warning,
    explanation: """
      The section *Common Pitfalls* names no pitfall with both a **Problem:** and a **Fix:**. A warning \
      that does not say what to do instead helps nobody. Write admonitions or list items with both \
      labels, or `pitfalls` in the front matter.
      """)

  static func check(_ page: PageInGuide, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard page.isTechnique, !page.isComplete(guide.techniques.names),
      // A missing section is told already.
      let section = page.sections.of(.pitfalls).first
    else { return }
    findings.append(
      Diagnostic(
        code, code.severity, "no pitfall here says both problem and fix",
        path: section.heading.path, range: section.heading.range,
        help: "write one with **Problem:** and **Fix:**"))
  }
}

extension PageInGuide {
  /// Whether some pitfall says both problem and fix. Where nothing is taken from the page, its
  /// labels and front matter are all there is to look at.
  fileprivate func isComplete(_ names: SectionNames) -> Bool {
    if let extraction {
      return extraction.pitfalls.contains { $0.problem != nil && $0.fix != nil }
    }
    if page.frontMatter.pitfalls.contains(where: { $0.problem != nil && $0.fix != nil }) {
      return true
    }
    let sections = sections.of(.pitfalls)
    let labels = page.body.labels.filter { label in
      sections.contains { $0.html.contains(label.offset) }
    }.map { SectionNames.folded($0.text) }
    return !names.names(of: .problem).isDisjoint(with: labels)
      && !names.names(of: .fix).isDisjoint(with: labels)
  }
}
