import ByteText
import Testing

@testable import Search

@Suite("The text of a page")
struct PageTextTests {
  private func text(_ html: String) -> String {
    var text = PageText()
    text.read(SearchPage(url: "a/", title: "A", html: Array(html.utf8)))
    return text.sections.map { section in
      text.text.withBytes { String(decoding: $0[section.range], as: UTF8.self) }
    }.joined(separator: "|")
  }

  @Test(
    "what a reader sees is kept, and nothing else",
    arguments: [
      ("<p>One <em>t</em>wo</p>\n<p>three</p>", "One two three"),
      ("<p>a\n  b\t c</p>", "a b c"),
      ("<p>x &amp; y &lt;b&gt; &quot;q&quot; &#65;&#x42;&nbsp;c</p>", "x & y <b> \"q\" AB c"),
      ("<p>AT&T &unknown; &</p>", "AT&T &unknown; &"),
      ("a<br />b<hr />c", "a b c"),
      ("<td>one</td><td>two</td>", "one two"),
      ("<p>a</p><script>var b = '<p>';</script><style>c</style><p>d</p>", "a d"),
      ("<p>a<svg viewBox=\"0\"><title>t</title></svg>b</p>", "ab"),
      ("a<!-- hidden > still -->b", "ab"),
      ("<a title=\"x > y\" href='z>'>link</a>", "link"),
      (
        "<p>word<sup class=\"footnote-ref\" id=\"fnref:1\"><a href=\"#fn:1\">1</a></sup>.</p>",
        "word."
      ),
      ("<li>note <a class=\"footnote-back\" href=\"#x\">↩</a></li>", "note"),
      ("5 < 6 and <", "5 < 6 and <"),
      ("<p>unclosed <b", "unclosed"),
      ("", ""),
    ])
  func reading(html: String, expected: String) {
    var found = text(html)
    while found.last == " " { found.removeLast() }
    while found.first == " " { found.removeFirst() }
    #expect(found == expected)
  }

  @Test("each heading begins a section, and is no part of the text")
  func sections() {
    let html = "<p>intro</p>\n<h2 id=\"b\">B<a class=\"anchor\"></a></h2>\n<p>below</p>"
    var page = SearchPage(url: "a/", title: "A", html: Array(html.utf8))
    page.headings = [
      SearchPage.Heading(text: "B", anchor: "b", offset: "<p>intro</p>\n".utf8.count)
    ]
    var text = PageText()
    text.read(page)
    let found = text.sections.map { section in
      text.text.withBytes { String(decoding: $0[section.range], as: UTF8.self) }
    }
    #expect(found.map { $0.trimmingPrefix(" ") } == ["intro", "below"])
    #expect(text.sections.map(\.heading) == [nil, 0])
  }

  @Test("code is known as such")
  func code() {
    var text = PageText()
    text.read(
      SearchPage(url: "a/", title: "A", html: Array("a <pre><code>b c</code></pre> d".utf8)))
    let found = text.code.map { range in
      text.text.withBytes { String(decoding: $0[range], as: UTF8.self) }
    }
    #expect(found.map { $0.split(separator: " ").joined(separator: " ") } == ["b c"])
  }

  @Test("a long text is cut between words, a long run of characters between those")
  func cut() {
    var text = PageText()
    let words = String(repeating: "word ", count: 9000)
    text.read(SearchPage(url: "a/", title: "A", html: Array(words.utf8)))
    #expect(text.pieces.count == 5)
    for section in text.sections.dropLast() {
      #expect(section.range.count <= PageText.pieceSize)
      #expect(section.range.upperBound % 5 == 0)
    }
    let run = String(repeating: "東", count: 9000)
    text.read(SearchPage(url: "a/", title: "A", html: Array(run.utf8)))
    #expect(text.pieces.count == 3)
    #expect(text.sections.allSatisfy { $0.range.count % 3 == 0 })
  }
}
