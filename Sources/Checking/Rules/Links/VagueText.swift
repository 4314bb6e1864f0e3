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

  private static let emptyWords = Set(
    [
      "here", "click here", "click", "this", "link", "this link", "this page", "this article",
      "this one", "more", "read more", "see more", "learn more", "see here", "go", "go here",
      "page",
    ].map { Array($0.utf8) })
  /// Bytes of the longest of them, with what may follow.
  private static let longest = 20

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard guide.facts.isEnglish, link.record.kind == .link, let content = link.content,
      content.count <= 3 * longest, emptyWords.contains(plain(content))
    else { return }
    findings.append(
      Diagnostic(
        code, code.severity,
        "the link text \"\(VisibleText.of(content))\" does not say what it leads to",
        path: link.page.printedPath == link.record.path || link.record.use == nil
          ? link.record.path : link.page.printedPath,
        range: link.record.use ?? link.record.range, subject: link.written,
        help: "write the name of what it leads to"))
  }

  /// A text in lower case, without tags and without what may follow the last word; empty for one
  /// that is too long to be empty words. Every link comes by, so this looks at bytes.
  private static func plain(_ html: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(longest)
    var isTag = false
    for byte in html {
      switch byte {
      case UInt8(ascii: "<"): isTag = true
      case UInt8(ascii: ">") where isTag: isTag = false
      case _ where isTag: break
      case 0x41...0x5A: text.append(byte | 0x20)
      case 0...0x20: if let last = text.last, last != 0x20 { text.append(0x20) }
      default: text.append(byte)
      }
      if text.count > longest { return [] }
    }
    while let last = text.last, !(0x61...0x7A).contains(last) { text.removeLast() }
    return text
  }
}
