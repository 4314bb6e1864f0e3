import ByteText
import Diagnostics
import Reporting
import Testing

@Suite("Reports for people")
struct TextReportTests {
  /// A source line with its place between `⟦` and `⟧`, and what is printed below the headline.
  struct Excerpt: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var source: String
    var printed: String

    init(_ name: String, _ source: String, _ printed: String) {
      testDescription = name
      self.source = source
      self.printed = printed
    }
  }

  @Test("a finding has its place, words and code, the line with its mark, notes and help")
  func whole() {
    let source = String(repeating: "\n", count: 11) + "⟦titel⟧: Foo\n"
    let printed = report(source) { diagnostic in
      diagnostic.message = #"the key "titel" is not known"#
      diagnostic.notes = ["known keys are title and order", "the page has no title"]
      diagnostic.help = #"did you mean "title"?"#
    }
    #expect(
      printed == """
        content/page.md:12:1: error: the key "titel" is not known [TB-Y003]
           12 | titel: Foo
              | ^^^^^
           note: known keys are title and order
           note: the page has no title
           help: did you mean "title"?

        """)
  }

  @Test(
    "the mark stands under the bytes meant",
    arguments: [
      Excerpt("inside a line", "a ⟦bc⟧ d", "a bc d\n  ^^"),
      Excerpt("an empty range", "ab⟦⟧cd", "abcd\n  ^"),
      Excerpt("the end of a line", "abcd⟦⟧\nnext", "abcd\n    ^"),
      Excerpt("the line ending itself", "abcd⟦\r\n⟧next", "abcd\n    ^"),
      Excerpt("an empty line", "⟦⟧\nnext", "\n^"),
      Excerpt("after a tab", "\ta\t⟦bc⟧", "\ta\tbc\n\t \t^^"),
      Excerpt("over a tab", "ab⟦\tc⟧d", "ab\tcd\n  ^^^^^^^"),
      Excerpt("after wide characters", "日本 ⟦bc⟧", "日本 bc\n     ^^"),
      Excerpt("over wide characters", "a ⟦日本⟧語", "a 日本語\n  ^^^^"),
      Excerpt("after an emoji", "🎉 ⟦b⟧", "🎉 b\n   ^"),
      Excerpt("after a joined emoji", "👩‍👧 ⟦b⟧", "👩‍👧 b\n   ^"),
      Excerpt("after a flag", "🇳🇱 ⟦b⟧", "🇳🇱 b\n   ^"),
      Excerpt("after a sign shown as emoji", "⚠️ ⟦b⟧", "⚠️ b\n   ^"),
      Excerpt("after a combining mark", "e\u{301}e ⟦b⟧", "e\u{301}e b\n   ^"),
      Excerpt("a combining mark alone", "e⟦\u{301}⟧x", "e\u{301}x\n^"),
      Excerpt("after a byte order mark", "\u{FEFF}a⟦b⟧", "ab\n ^"),
    ])
  func marks(_ excerpt: Excerpt) {
    #expect(excerptLines(excerpt.source) == excerpt.printed)
  }

  @Test(
    "what a terminal would obey is shown as a sign",
    arguments: [
      Excerpt("escape", "\u{1B}[31m⟦red⟧", "␛[31mred\n     ^^^"),
      Excerpt("null and delete", "\0\u{7F}⟦x⟧", "␀␡x\n  ^"),
      Excerpt("a C1 control", "\u{9B}⟦x⟧", "\\u{9B}x\n      ^"),
      Excerpt("a change of direction", "a⟦\u{202E}⟧b", "a\\u{202E}b\n ^^^^^^^^"),
      Excerpt("an invisible space", "a⟦\u{200B}⟧b", "a\\u{200B}b\n ^^^^^^^^"),
    ])
  func harmless(_ excerpt: Excerpt) {
    #expect(excerptLines(excerpt.source) == excerpt.printed)
  }

  @Test("a byte that is not UTF-8 takes one column and does not shift the mark")
  func malformed() {
    let source: [UInt8] = [0x61, 0xFF, 0xC3, 0x62]
    #expect(excerptLines(source, ByteRange(3, 4)) == "a\u{FFFD}\u{FFFD}b\n   ^")
  }

  @Test("control characters in path, message, notes and help are shown as signs")
  func harmlessWords() {
    let printed = report("⟦x⟧") { diagnostic in
      diagnostic.path = "a\u{1B}b.md"
      diagnostic.message = "bad \u{1B}[2J"
      diagnostic.notes = ["one\ntwo"]
      diagnostic.help = "remove \u{7}"
    }
    #expect(
      printed == """
        a␛b.md:1:1: error: bad ␛[2J [TB-Y003]
            1 | x
              | ^
           note: one␊two
           help: remove ␇

        """)
  }

  @Test("a very long line is cut to a window around the place")
  func longLine() {
    let long = String(repeating: "0123456789", count: 5000)
    let head = excerptLines("ab⟦cd⟧" + long)
    #expect(head == "abcd" + String(long.prefix(94)) + "…\n  ^^")

    let middle = excerptLines(long + "⟦here⟧" + long)
    let before = String(long.suffix(30))
    let after = String(long.prefix(64))
    #expect(middle == "…" + before + "here" + after + "…\n" + spaces(31) + "^^^^")

    let end = excerptLines(long + "⟦⟧\n")
    #expect(end == "…" + before + "\n" + spaces(31) + "^")
  }

  @Test("a long range is marked as far as the window goes")
  func longRange() {
    let long = String(repeating: "x", count: 5000)
    #expect(
      excerptLines("a ⟦" + long + "⟧")
        == "a " + String(long.prefix(96)) + "…\n  " + String(repeating: "^", count: 96))
  }

  @Test("a line of exactly the width is shown whole, one longer is cut")
  func window() {
    let fitting = String(repeating: "x", count: 100)
    #expect(excerptLines("⟦⟧" + fitting) == fitting + "\n^")
    #expect(excerptLines("⟦⟧x" + fitting) == String(fitting.prefix(98)) + "…\n^")
  }

  @Test("a window never begins inside a character")
  func wideWindow() {
    let wide = String(repeating: "語", count: 2000)
    let printed = excerptLines(wide + "⟦x⟧" + wide)
    let row = String(repeating: "語", count: 15)
    #expect(printed.hasPrefix("…" + row + "x語"))
    #expect(printed.hasSuffix("…\n" + spaces(31) + "^"))
    #expect(!printed.contains("\u{FFFD}"))
  }

  @Test("the numbers of long files widen the margin")
  func margin() {
    let printed = report(String(repeating: "\n", count: 123_455) + "⟦x⟧")
    #expect(printed.contains("\n123456 | x\n       | ^\n"))
  }

  @Test("a file that cannot be read has a headline without line and without excerpt")
  func unreadable() {
    let diagnostic = Diagnostic(
      Self.code, .warning, "not read", path: "gone.md", range: ByteRange(3, 5))
    #expect(write([diagnostic]) { _ in nil } == "gone.md: warning: not read [TB-Y003]\n")
  }

  @Test("a finding about a file as a whole, or about none, has no excerpt")
  func placeless() {
    let file = Diagnostic(Self.code, .note, "whole file", path: "a.md")
    let none = Diagnostic(Self.code, .error, "no file")
    #expect(
      write([file, none]) { _ in Array("text".utf8) } == """
        error: no file [TB-Y003]

        a.md: note: whole file [TB-Y003]

        """)
  }

  @Test("colours are given only when asked for, and leave the words as they are")
  func color() {
    let source: [UInt8] = Array("titel: Foo".utf8)
    let diagnostic = Diagnostic(
      Self.code, .error, "unknown", path: "a.md", range: ByteRange(0, 5), notes: ["n"], help: "h")
    let plain = write([diagnostic]) { _ in source }
    let colored = write([diagnostic], color: true) { _ in source }
    #expect(!plain.contains("\u{1B}"))
    #expect(colored.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(colored.contains("\u{1B}[1;31m^^^^^\u{1B}[0m"))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  private static let code = Code("TB-Y003", "a key of the front matter is known")

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// Text and marks of the excerpt, without headline and margin.
  private func excerptLines(_ marked: String) -> String {
    let (source, range) = place(in: marked)
    return excerptLines(source, range)
  }

  private func excerptLines(_ source: [UInt8], _ range: ByteRange) -> String {
    let diagnostic = Diagnostic(Self.code, .error, "x", path: "a.md", range: range)
    let lines = write([diagnostic]) { _ in source }.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4)
    return lines[1...2].map { $0.drop { $0 != "|" }.dropFirst(2) }.joined(separator: "\n")
  }

  private func report(_ marked: String, _ change: (inout Diagnostic) -> Void = { _ in }) -> String {
    let (source, range) = place(in: marked)
    var diagnostic = Diagnostic(Self.code, .error, "x", path: "content/page.md", range: range)
    change(&diagnostic)
    return write([diagnostic]) { _ in source }
  }

  private func write(
    _ diagnostics: [Diagnostic], color: Bool = false, source: (String) -> [UInt8]?
  ) -> String {
    var output = ByteBuffer()
    Report(diagnostics).write(as: .text, color: color, into: &output, source: source)
    return String(decoding: output.array, as: UTF8.self)
  }

  private func place(in marked: String) -> (source: [UInt8], range: ByteRange) {
    let parts = marked.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "⟦" || $0 == "⟧" }
    ).map { String($0) }
    #expect(parts.count == 3)
    let start = parts[0].utf8.count
    let source = parts.flatMap { $0.utf8 }
    return (source, ByteRange(start, start + parts[1].utf8.count))
  }
}
