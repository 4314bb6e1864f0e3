package import Diagnostics
import Links
import Markdown
import Pages

/// Holds a guide against all rules. Pages can be checked in any order and at the same time.
package struct Checker: Sendable {
  private let guide: Guide

  package init(_ guide: Guide) { self.guide = guide }

  /// What the rules find on one page.
  package func findings(onPage index: Int) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let page = guide.catalog.pages[index]
    let links = guide.links.pages[index]
    for (record, finding) in zip(page.body.links, links.findings) {
      let isMissing = finding?.isMissing ?? false
      let link = LinkInPage(
        page: page, index: index, record: record, finding: finding,
        miss: isMissing ? Miss(record.destination, record, from: index, in: guide) : nil,
        isIncluded: !guide.included.isEmpty && guide.included.contains(record.path))
      for rule in RuleTable.ofLinks { rule.check(link, in: guide, &findings) }
    }
    let inGuide = PageInGuide(page, index: index, links: links, guide.techniques)
    for rule in RuleTable.ofPages { rule.check(inGuide, in: guide, &findings) }
    return findings
  }

  /// What the rules find about the guide as a whole.
  package var findingsOfGuide: [Diagnostic] {
    var findings = guide.facts.lock?.diagnostics ?? []
    for rule in RuleTable.ofGuides { rule.check(guide, &findings) }
    return findings
  }
}
