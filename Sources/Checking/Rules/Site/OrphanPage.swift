import Diagnostics
import Links
import Pages

/// A page that no reader can find.
enum OrphanPage: GuideRule {
  static let code = Code(
    "TB-S020", "a page is in the navigation, or some page links to it", .warning,
    explanation: """
      The page is published, but it is not in the configured navigation and no other page links to \
      it. Only the search and the address find it. Put it into the navigation, link to it, or make it \
      a draft.
      """)

  static func check(_ guide: Guide, _ findings: inout [Diagnostic]) {
    for (index, page) in guide.catalog.pages.enumerated() {
      guard index < guide.facts.isInNavigation.count, !guide.facts.isInNavigation[index],
        guide.links.incoming[index] == 0, !isStart(index, of: guide)
      else { continue }
      findings.append(
        Diagnostic(
          code, code.severity, "no page links to this one, and it is not in the navigation",
          path: page.printedPath,
          help: "add it to `navigation` in \(guide.facts.configPath), or link to it"))
    }
  }

  /// The start page and the page for what is not found are reached by other ways.
  private static func isStart(_ index: Int, of guide: Guide) -> Bool {
    let url = guide.catalog.urls[index]
    return ["", "index.html", "404/", "404.html"].contains(url)
  }
}
