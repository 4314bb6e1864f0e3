import ByteText
import Diagnostics
import Markdown
import Pages
import PatternExtraction

/// Two pages with one title.
enum AlikeTitles: GuideRule {
  static let code = Code(
    "TB-S025", "pages have titles of their own", .note,
    explanation: """
      Two pages have the same title. In search results, in the browser's tabs and in lists nobody can \
      tell one from the other.
      """)

  static func check(_ guide: Guide, _ findings: inout [Diagnostic]) {
    var first: [String: Int] = [:]
    for (index, page) in guide.catalog.pages.enumerated() {
      let title = page.title.singleSpaced
      let folded = title.lowercased()
      guard let other = first[folded] else {
        first[folded] = index
        continue
      }
      let rival = guide.catalog.pages[other]
      findings.append(
        Diagnostic(
          code, code.severity, "\(rival.printedPath) has the same title, \"\(title)\"",
          path: page.printedPath,
          range: page.frontMatter.title?.range
            ?? page.body.headings.first { $0.level == 1 && $0.path == page.printedPath }?.range,
          subject: title, help: "say in the title what only this page is about"))
    }
  }
}
