import Diagnostics
import Links
import Markdown

/// A link without a target or without a text.
enum EmptyLink: LinkRule {
  static let code = Code(
    "TB-L012", "a link has a target and a text", .warning,
    explanation: """
      A link without a target leads to the page it is on; one without a text cannot be seen, and a \
      screen reader reads its address aloud. Both are usually left over from writing.
      """,
    wrong: "See [few-shot prompting]().",
    right: "See [few-shot prompting](few-shot.md).")

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    if link.record.destination.isEmpty {
      // A picture that a script sets, or a link to this page, is somebody's intention in HTML.
      guard link.record.kind != .attribute else { return }
      findings.append(
        link.diagnostic(
          code, link.isImage ? "this image has no target" : "this link has no target",
          help: "write one between the parentheses, or take the brackets away"))
      return
    }
    guard link.record.kind == .link, let content = link.content, isBlank(content) else { return }
    findings.append(
      link.diagnostic(
        code, "the link to \"\(link.written)\" has no text",
        help: "write what it leads to between the brackets"))
  }

  /// Whether a reader sees nothing: neither text nor a picture.
  private static func isBlank(_ html: ArraySlice<UInt8>) -> Bool {
    html.allSatisfy { $0 <= 0x20 }
  }
}
