import Diagnostics
import Pages

/// A page that stands in the navigation twice.
enum NavigationTwice: GuideRule {
  static let code = Code(
    "TB-S022", "a page stands in the navigation once", .warning,
    explanation: """
      The navigation names the page a second time. What comes before and after a page, and where it \
      is shown as open, follows the first entry; readers who came by the second are led astray.
      """,
    wrong: "navigation:\n  - few-shot.md\n  - Again: few-shot.md\n",
    right: "navigation:\n  - few-shot.md\n", language: "yaml")

  static func check(_ guide: Guide, _ findings: inout [Diagnostic]) {
    var first: [Int: NavigationReference] = [:]
    for entry in guide.facts.navigation {
      guard let page = entry.page else { continue }
      guard let other = first[page] else {
        first[page] = entry
        continue
      }
      findings.append(
        Diagnostic(
          code, code.severity, "the navigation names \"\(entry.written)\" a second time",
          path: guide.facts.configPath, range: entry.range, subject: entry.written,
          places: [
            Diagnostic.Place("the first entry", path: guide.facts.configPath, range: other.range)
          ], help: "take one of the two out"))
    }
  }
}
