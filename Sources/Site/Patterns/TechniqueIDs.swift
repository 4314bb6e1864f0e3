import Diagnostics
import Pages
import PatternExtraction

/// The ids of a guide's techniques. Files of patterns are named after them, so each can be had once:
/// the first page in order has the plain one.
struct TechniqueIDs: Sendable {
  /// In the order of the pages; nil for those that are no technique.
  private(set) var ofPages: [String?] = []
  /// Those of pages with a pattern.
  private(set) var ofPatterns: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ pages: [Page], _ extractions: [String: Extraction]) {
    var first: [String: Page] = [:]
    for page in pages {
      let hasPattern = extractions[page.path]?.pattern != nil
      guard hasPattern || page.frontMatter.kind?.value == .technique else {
        ofPages.append(nil)
        continue
      }
      let wanted = PatternBuilder.id(of: page)
      var id = wanted
      var number = 2
      while first[id] != nil {
        id = "\(wanted)-\(number)"
        number += 1
      }
      if let other = first[wanted], hasPattern { report(wanted, page, other, instead: id) }
      first[id] = page
      ofPages.append(id)
      if hasPattern { ofPatterns.append(id) }
    }
  }

  private mutating func report(_ wanted: String, _ page: Page, _ rival: Page, instead: String) {
    // Two ids that somebody wrote are told by a rule.
    if page.frontMatter.id != nil, rival.frontMatter.id != nil { return }
    diagnostics.append(
      Diagnostic(
        .alikePatternIDs, .warning,
        "\(rival.printedPath) has the id \"\(wanted)\" too, so this pattern becomes \"\(instead)\"",
        path: page.printedPath, range: page.frontMatter.id?.range, subject: wanted,
        help: "write an `id` of its own into the front matter"))
  }
}
