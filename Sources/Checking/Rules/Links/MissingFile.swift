import Diagnostics

/// An image or a file that is not there.
enum MissingFile: LinkRule {
  static let code = Code(
    "TB-L007", "an image or file that a page names exists", .error,
    explanation: """
      The target is no file of the content folder. Readers see a broken picture, or get the *not \
      found* page. Files outside the content folder are never copied: put it in there, and write its \
      path seen from the page.
      """,
    wrong: "![The order of the turns](turn.png)",
    right: "![The order of the turns](turns.png)")

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard case .file(let suggestion) = link.miss else { return }
    findings.append(
      link.diagnostic(
        code,
        link.isImage
          ? "the image \"\(link.written)\" does not exist"
          : "the file \"\(link.written)\" does not exist",
        suggestion: suggestion,
        otherwise: "write the path of a file in the content folder, seen from this page"))
  }
}
