import Diagnostics
import Markdown

/// An image without alternative text.
enum MissingAlternative: LinkRule {
  static let code = Code(
    "TB-M023", "an image has an alternative text", .warning,
    explanation: """
      Those who do not see the picture are told nothing: neither readers with a screen reader, nor \
      search engines, nor anyone while it loads. Say in a few words what the picture shows. For mere \
      decoration write HTML with an empty `alt=""`.
      """,
    wrong: "![](turns.png)",
    right: "![Three turns, one below the other](turns.png)")

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    let lacks =
      link.isImage
      ? link.content.map(VisibleText.isEmpty) ?? false
      : link.record.lacksAlternative
    guard lacks else { return }
    findings.append(
      link.diagnostic(
        code, "the image \"\(link.written)\" has no alternative text",
        help: link.isImage
          ? "say between the brackets what it shows"
          : "say in `alt` what it shows; `alt=\"\"` if it is mere decoration"))
  }
}
