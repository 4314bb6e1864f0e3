import ByteText
import Markdown
import Testing

@Suite(
  "Agreement with Python-Markdown and pymdown-extensions",
  .enabled(if: PythonMarkdown.isPresent, PythonMarkdown.absent))
struct PeerTests {
  @Test("containers nested at random have the same structure")
  func structure() throws {
    let pages = (0..<300).map { NestedPage(seed: $0).text }
    let answers = try PythonMarkdown.answers(
      "structure", pages.map(PythonMarkdown.Case.init),
      as: PythonMarkdown.Comparison<[String]>.self)
    try #require(answers.count == pages.count)
    for (page, answer) in zip(pages, answers) {
      #expect(answer.ours == answer.theirs, "\(page)")
    }
    let opened = Set(answers.flatMap(\.theirs).filter { $0.hasPrefix("<") })
    #expect(opened.isSuperset(of: ["<admonition", "<details", "<tab", "<code", "<table", "<li"]))
  }

  @Test(
    "a real page has as many admonitions, tabs, tables and code blocks",
    .enabled(if: SharedFolder.hasCorpora, SharedFolder.withoutCorpora))
  func counts() throws {
    let pages = SharedFolder.corpus.map { Self.body($0.text) }
    let answers = try PythonMarkdown.answers(
      "counts", pages.map(PythonMarkdown.Case.init),
      as: PythonMarkdown.Comparison<[String: Int]>.self)
    try #require(answers.count == SharedFolder.corpus.count)
    for (page, answer) in zip(SharedFolder.corpus, answers) {
      var theirs = answer.theirs
      if page.name.hasSuffix("insiders/upgrade.md") {
        // Its stray closing fence opens a code block in CommonMark, and is text in Python-Markdown.
        theirs["code", default: 0] += 1
      }
      #expect(answer.ours == theirs, "\(page.name)")
    }
    let total = answers.reduce(into: [:]) { total, answer in
      total.merge(answer.ours, uniquingKeysWith: +)
    }
    #expect((total["admonition"] ?? 0) > 100 && (total["tab"] ?? 0) > 100)
  }

  @Test("a heading's anchor is what mkdocs makes of the same text")
  func slugs() throws {
    var random = SeededNumbers(seed: 7)
    let alphabet = Array(
      "abAB09_- -\u{A0}.,:;!?'\"()[]/\\&+*#@ÄéßñøŁ€½²ﬁⅣ™…–—“日本Ωж😀\u{301}\u{200D}\t\u{3000}İıſK")
    let texts = (0..<3000).map { _ in
      String(
        (0..<Int.random(in: 0...12, using: &random)).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        })
    }
    let anchors = try PythonMarkdown.answers("slugs", texts, as: String.self)
    try #require(anchors.count == texts.count)
    for (text, anchor) in zip(texts, anchors) {
      #expect(SlugRule.mkdocs.slug(of: text) == anchor, "\(text.unicodeScalars.map(\.value))")
    }
  }

  /// The page without its front matter.
  private static func body(_ text: String) -> String {
    guard text.hasPrefix("---\n"), let end = text.firstRange(of: "\n---\n") else { return text }
    return String(text[end.upperBound...])
  }
}
