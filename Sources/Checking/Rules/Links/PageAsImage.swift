import Diagnostics
import Links
import Markdown

/// An image whose target is a page.
enum PageAsImage: LinkRule {
  static let code = Code(
    "TB-L019", "an image shows a picture, not a page", .error,
    explanation: """
      The target of this image is a page of the guide, which no browser shows as a picture. Usually \
      the exclamation mark before the brackets is one too many.
      """,
    wrong: "![few-shot prompting](few-shot.md)",
    right: "[few-shot prompting](few-shot.md)")

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard link.isImage, case .page? = link.finding?.resolution,
      link.record.destination.first != UInt8(ascii: "#")
    else { return }
    findings.append(
      link.diagnostic(
        code, "the image \"\(link.written)\" is a page",
        help: "write the path of a picture, or a link without the exclamation mark"))
  }
}
