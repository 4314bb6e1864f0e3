import Diagnostics

/// A link that leads out of the content folder.
enum OutsideContent: LinkRule {
  static let code = Code(
    "TB-L009", "a link stays inside the content folder", .error,
    explanation: """
      The path has more `..` than folders above it. What lies outside of the content folder is not \
      published, so the link can only be dead. Move the file into the content folder, or link to \
      where it stands on the web.
      """,
    wrong: "See the [licence](../../LICENSE).",
    right: "See the [licence](https://example.org/LICENSE).")

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard link.miss == .outside else { return }
    findings.append(
      link.diagnostic(
        code, "\"\(link.written)\" leads out of the content folder",
        help: "move the file into the content folder, or link to it on the web"))
  }
}
