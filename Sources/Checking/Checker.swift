package import Diagnostics
import Links
import Markdown
import Pages

/// Holds a guide against all rules. Pages can be checked in any order and at the same time.
package struct Checker: Sendable {
  private let guide: Guide

  package init(_ guide: Guide) { self.guide = guide }

  /// Pieces of work that can be done in any order: first the rules about the guide as a whole, some
  /// of which take long, then the pages.
  package var workCount: Int { RuleTable.ofGuides.count + guide.catalog.pages.count }

  /// What the rules find in one piece of work.
  package func findings(ofWork index: Int) -> [Diagnostic] {
    let rules = RuleTable.ofGuides
    guard index < rules.count else { return findings(onPage: index - rules.count) }
    var findings: [Diagnostic] = []
    rules[index].check(guide, &findings)
    return findings
  }

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
        isIncluded: guide.included.contains(record.path))
      for rule in RuleTable.ofLinks { rule.check(link, in: guide, &findings) }
    }
    let inGuide = PageInGuide(page, index: index, links: links, guide.techniques)
    for rule in RuleTable.ofPages { rule.check(inGuide, in: guide, &findings) }
    return findings
  }

  /// What was found while the lock was read.
  package var findingsOfLock: [Diagnostic] { guide.facts.lock?.diagnostics ?? [] }
}
