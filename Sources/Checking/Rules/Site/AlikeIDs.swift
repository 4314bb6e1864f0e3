import Diagnostics
import Pages

/// Two techniques with one id.
enum AlikeIDs: GuideRule {
  static let code = Code(
    "TB-S026", "a technique's id is its own", .error,
    explanation: """
      Two pages have the same `id`. Programs ask for a technique by its id and would get either of \
      the two.
      """)

  static func check(_ guide: Guide, _ findings: inout [Diagnostic]) {
    var first: [String: Int] = [:]
    for (index, page) in guide.catalog.pages.enumerated() {
      guard let id = page.frontMatter.id else { continue }
      guard let other = first[id.value] else {
        first[id.value] = index
        continue
      }
      let rival = guide.catalog.pages[other]
      findings.append(
        Diagnostic(
          code, code.severity, "\(rival.printedPath) has the id \"\(id.value)\" too",
          path: page.printedPath, range: id.range, subject: id.value,
          help: "give one of the two another id"))
    }
  }
}
