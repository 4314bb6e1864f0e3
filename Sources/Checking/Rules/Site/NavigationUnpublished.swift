import Diagnostics
import Pages

/// An entry of the navigation for a page that is not published.
enum NavigationUnpublished: GuideRule {
  static let code = Code(
    "TB-S021", "the navigation names pages that are published", .warning,
    explanation: """
      The page is there, but it is excluded, and its entry is not shown. Take the entry out, or \
      publish the page. For a draft this is a note: its entry appears with it.
      """)

  static func check(_ guide: Guide, _ findings: inout [Diagnostic]) {
    for entry in guide.facts.navigation where entry.page == nil {
      let reason: String
      var severity = code.severity
      switch guide.catalog.absence(ofPath: Array(entry.written.utf8)) {
      case .draft:
        reason = "is a draft"
        severity = .note
      case .excluded: reason = "is excluded by the configuration"
      case .unreadable, nil: continue
      }
      findings.append(
        Diagnostic(
          code, severity, "the navigation names \"\(entry.written)\", which \(reason)",
          path: guide.facts.configPath, range: entry.range, subject: entry.written,
          help: "take the entry out, or publish the page"))
    }
  }
}
