import Diagnostics
import Markdown
import Pages
import PatternExtraction
import Patterns

/// A technique page without an example.
enum ExamplePresent: PageRule {
  static let code = Code(
    "TB-P003", "a technique page has an example", .warning,
    explanation: """
      Nothing on the page shows the pattern filled in. An example is what most readers look at first, \
      and what a program tests the pattern with. Add a block below a line such as *Filled-in \
      example:*, or a section *Examples in Practice*.
      """)

  static func check(_ page: PageInGuide, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard page.isTechnique, page.page.frontMatter.extractsPattern else { return }
    let variants = page.extraction?.pattern?.variants ?? []
    guard variants.allSatisfy(\.filled.isEmpty) else { return }
    let body = page.page.body
    // Examples may be in blocks that no program takes, such as those of another language.
    let isShown = page.sections.all.contains { section in
      saysExample(section.heading.text, guide.techniques.names)
        && body.codeBlocks.contains { section.html.contains($0.offset) }
    }
    let isLabelled = body.labels.contains { saysExample($0.text, guide.techniques.names) }
    guard !isShown, !isLabelled else { return }
    findings.append(
      page.diagnostic(
        code, "this technique page shows no example",
        help: "add a section \"Examples in Practice\" with the pattern filled in"))
  }

  private static func saysExample(_ title: String, _ names: SectionNames) -> Bool {
    let title = SectionNames.folded(title)
    return title.contains("example") || names.section(named: title) == .examples
      || names.names(of: .example).contains { title.contains($0) }
  }
}
