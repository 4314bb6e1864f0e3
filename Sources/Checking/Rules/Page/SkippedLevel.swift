import Diagnostics
import Markdown
import Pages

/// A heading more than one level below the one before it.
enum SkippedLevel: PageRule {
  static let code = Code(
    "TB-M021", "headings go down one level at a time", .note,
    explanation: """
      A level is left out between this heading and the one before it. Readers who move from heading \
      to heading, as with a screen reader, look for what is missing; the page's contents show a gap. \
      Levels are for structure: the size of the letters is the theme's affair.
      """,
    wrong: "# Few-shot prompting\n\n## Examples\n\n#### The first",
    right: "# Few-shot prompting\n\n## Examples\n\n### The first")

  static func check(_ page: PageInGuide, in guide: Guide, _ findings: inout [Diagnostic]) {
    var last: Int?
    for heading in page.page.body.headings {
      if let last, heading.level > last + 1 {
        findings.append(
          Diagnostic(
            code, code.severity,
            "this heading of level \(heading.level) follows one of level \(last)",
            path: heading.path, range: heading.range,
            help: "make it a heading of level \(last + 1), with "
              + String(repeating: "#", count: last + 1)))
      }
      last = heading.level
    }
  }
}
