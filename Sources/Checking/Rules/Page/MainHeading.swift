import Diagnostics
import Markdown
import Pages

/// A page with several headings of the first level, or without a title of its own.
enum MainHeading: PageRule {
  static let code = Code(
    "TB-M022", "a page has one heading of the first level, or a title", .warning,
    explanation: """
      The heading of the first level is the page's title: in the browser's tab, in the navigation, \
      in search. Several of them make none of them the title; without any, and without `title` in \
      the front matter, the name of the file has to do.
      """,
    wrong: "# Few-shot prompting\n\n# Examples",
    right: "# Few-shot prompting\n\n## Examples")

  static func check(_ page: PageInGuide, in guide: Guide, _ findings: inout [Diagnostic]) {
    // A snippet that is included twice brings one heading twice.
    var places: Set<Place> = []
    let main = page.page.body.headings.filter { heading in
      heading.level == 1
        && places.insert(Place(path: heading.path, range: heading.range)).inserted
    }
    for heading in main.dropFirst() {
      findings.append(
        Diagnostic(
          code, code.severity, "this page has another heading of the first level already",
          path: heading.path, range: heading.range,
          places: [
            Diagnostic.Place("the first one", path: main[0].path, range: main[0].range)
          ], help: "begin it with ## instead"))
    }
    guard main.isEmpty, page.page.frontMatter.title?.value.isEmpty ?? true else { return }
    findings.append(
      Diagnostic(
        code, .note, "this page has no title: its file's name is shown, \"\(page.page.title)\"",
        path: page.page.printedPath,
        help: "begin it with a heading of the first level, or write `title` in the front matter"))
  }

  private struct Place: Hashable {
    var path: String
    var range: ByteRange
  }
}
