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

  /// Each as the number that its bytes make.
  private static let emptyWords: [UInt128] =
    [
      "here", "click here", "click", "this", "link", "this link", "this page", "this article",
      "this one", "more", "read more", "see more", "learn more", "see here", "go", "go here",
      "page",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt128($1) } }

  static func check(_ link: LinkInPage, in guide: Guide, _ findings: inout [Diagnostic]) {
    guard guide.facts.isEnglish, link.record.kind == .link, let content = link.content,
      emptyWords.contains(plain(content))
    else { return }
    let use = link.record.use
    findings.append(
      Diagnostic(
        code, code.severity,
        "the link text \"\(VisibleText.of(content))\" does not say what it leads to",
        path: use?.path ?? link.record.path, range: use?.range ?? link.record.range,
        subject: link.written,
        help: "write the name of what it leads to"))
  }

  /// A text in lower case, without tags and without what may follow the last word, as the number
  /// that its bytes make. Of a text that does not fit its end is left, which is longer than any
  /// empty words. Every link comes by, so this looks at bytes.
  private static func plain(_ html: ArraySlice<UInt8>) -> UInt128 {
    var text: UInt128 = 0
    // The text up to its last letter or digit.
    var words: UInt128 = 0
    var isTag = false
    var isLetter = false
    for byte in html {
      switch byte {
      case UInt8(ascii: "<"):
        isTag = true
        continue
      case UInt8(ascii: ">") where isTag:
        isTag = false
        continue
      case _ where isTag: continue
      case 0...0x20:
        if text == 0 || text & 0xFF == 0x20 { continue }
        text = text << 8 | 0x20
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
        text = text << 8 | UInt128(byte | 0x20)
        words = text
      default:
        text = text << 8 | UInt128(byte)
        // Signs such as quotes and arrows begin with 0xC2 or 0xE2; what begins otherwise is a letter of
        // some script. Other bytes go on with a character.
        if !(0x80...0xBF).contains(byte) { isLetter = byte > 0xC2 && byte != 0xE2 }
        if isLetter { words = text }
      }
    }
    return words
  }
}
