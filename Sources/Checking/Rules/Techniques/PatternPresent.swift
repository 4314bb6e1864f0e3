import Diagnostics
import Markdown
import Pages
import PatternExtraction

/// A technique page whose pattern is missing.
enum PatternPresent: PageRule {
  static let code = Code(
    "TB-P002", "a technique page has a pattern", .warning,
    explanation: """
      The section *The Pattern* holds no block of code that can be a template, which is what a program fills and runs and a \
      reader copies. Put the template between fences, with its slots in braces. A page without a \
      pattern says `pattern: false`, or is of another kind.
      """,
    wrong:
      "---\nkind: technique\n---\n\n# Few-shot prompting\n\n## The Pattern\n\nGive three examples.",
    right:
      "---\nkind: technique\n---\n\n# Few-shot prompting\n\n## The Pattern\n\n```text\nExamples: {examples}\n```"
  )

  static func check(_ page: PageInGuide, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard page.isTechnique, page.page.frontMatter.extractsPattern,
      page.extraction?.pattern == nil, let section = page.sections.of(.pattern).first
    else { return }
    let isSkipped = page.extraction?.explanation.contains { $0.verdict == .notTaken } ?? false
    findings.append(
      Diagnostic(
        code, code.severity, "this section holds no pattern", path: section.heading.path,
        range: section.heading.range,
        help: isSkipped
          ? "`turnbook patterns \(page.page.printedPath) --explain` says why no block was taken"
          : "put the template between two lines of three backticks"))
  }
}
