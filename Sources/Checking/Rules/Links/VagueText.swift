import Diagnostics
import Markdown
import Pages

/// A link whose text says nothing of what it leads to.
enum VagueText: LinkRule {
  static let code = Code(
    "TB-L014", "the text of a link says what it leads to", .note,
    explanation: """
      Many readers look at the links of a page alone: with a screen reader's list of links, or by \
      running their eyes over what is coloured. "Here" tells them nothing. Write the name of what the \
      link leads to.
      """,
    wrong: "For the details click [here](few-shot.md).",
    right: "The details are in [few-shot prompting](few-shot.md).")

  private static let emptyWords: Set<String> = [
    "here", "click here", "click", "this", "link", "this link", "this page", "this article",
    "this one", "more", "read more", "see more", "learn more", "see here", "go", "go here", "page",
  ]

  /// Bytes of the longest of them, with what may follow.
  private static let longest = 20

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard guide.facts.isEnglish, link.record.kind == .link, let content = link.content,
      content.count <= (content.contains(UInt8(ascii: "<")) ? 60 : longest)
    else { return }
    let text = VisibleText.of(content)
    let words = text.lowercased().trimmingSuffix { ".!→»>…:".contains($0) }
    guard emptyWords.contains(String(words)) else { return }
    findings.append(
      Diagnostic(
        code, code.severity, "the link text \"\(text)\" does not say what it leads to",
        path: link.page.printedPath == link.record.path || link.record.use == nil
          ? link.record.path : link.page.printedPath,
        range: link.record.use ?? link.record.range, subject: link.written,
        help: "write the name of what it leads to"))
  }
}

extension String {
  fileprivate func trimmingSuffix(_ isDropped: (Character) -> Bool) -> Substring {
    var text = self[...]
    while let last = text.last, isDropped(last) || last == " " { text.removeLast() }
    return text
  }
}
