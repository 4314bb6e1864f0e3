import Diagnostics
import Pages

/// A technique page without a description of sensible length.
enum Description: PageRule {
  static let code = Code(
    "TB-P006", "a technique page has a description of one or two sentences", .warning,
    explanation: """
      `description` in the front matter is what search results, cards and programs show of a \
      technique. Without one they show nothing; one of a few letters says nothing, and a long one is \
      cut off. Between 30 and 250 characters are right.
      """)

  static let sensibleLength = 30...250

  static func check(_ page: PageInGuide, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard page.isTechnique else { return }
    guard let description = page.page.frontMatter.description, !description.value.isEmpty else {
      findings.append(
        page.diagnostic(
          code, "this technique page has no description",
          help: "write `description:` in the front matter: one or two sentences"))
      return
    }
    let length = description.value.count
    let fault: String
    if length < sensibleLength.lowerBound {
      fault = "short"
    } else if length > sensibleLength.upperBound {
      fault = "long"
    } else {
      return
    }
    findings.append(
      Diagnostic(
        code, .note,
        "this description has \(length) characters, which is too \(fault)",
        path: page.page.printedPath, range: description.range,
        help: "write \(sensibleLength.lowerBound) to \(sensibleLength.upperBound) characters"))
  }
}
