import Diagnostics
import Markdown
import Pages

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
    guard page.isTechnique,
      !page.page.frontMatter.pitfalls.contains(where: { $0.problem != nil && $0.fix != nil })
    else { return }
    let sections = page.sections.named("Common Pitfalls")
    // A missing section is told already.
    guard let section = sections.first else { return }
    let labels = page.page.body.labels.filter { label in
      sections.contains { $0.html.contains(label.offset) }
    }.map { $0.text.lowercased() }
    guard !(labels.contains("problem") && labels.contains("fix")) else { return }
    findings.append(
      Diagnostic(
        code, code.severity, "no pitfall here says both problem and fix",
        path: section.heading.path, range: section.heading.range,
        help: "write one with **Problem:** and **Fix:**"))
  }
}
