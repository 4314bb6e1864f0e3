import Markdown
import Testing

struct LinkContentTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var markdown: String
    /// The content of each link in the HTML; nil where none is to be recorded.
    var contents: [String?]

    init(_ name: String, _ markdown: String, _ contents: [String?]) {
      testDescription = name
      self.markdown = markdown
      self.contents = contents
    }
  }

  @Test(
    "a link's text and an image's alternative text are recorded where they stand in the HTML",
    arguments: [
      Example("in a paragraph", "a [b *c*](d) ![e \"f\"](g)", ["b <em>c</em>", "e &quot;f&quot;"]),
      Example("in a heading", "# [a](b) ==[c](d)== {#e .f}", ["a", "c"]),
      Example("in marks", "==~~[a ==b==](c)~~ ![d](e)==", ["a <mark>b</mark>", "d"]),
      Example("an image in a link", "[![a](b) c](d)", ["<img src=\"b\" alt=\"a\" /> c", "a"]),
      Example("without text", "[](a) ![](b)", ["", ""]),
      Example("with attributes", "[a](b){.c title=\"d\"} ![e](f){.g}", ["a", "e"]),
      Example("in a footnote", "a[^1] [b](c)\n\n[^1]: [d](e)", ["b", "d"]),
      Example(
        "in table cells and titles", "!!! note \"[a](b)\"\n    | [c](d) | e |\n    |--|--|",
        ["a", "c"]),
      Example("a reference", "[a][b]\n\n[b]: c", ["a"]),
      Example(
        "its own text", "<http://a.b> http://c.d [http://e.f](http://e.f)",
        [nil, nil, "http://e.f"]),
      Example("raw HTML", "<a href=\"b\">c</a>", [nil]),
    ])
  func content(_ example: Example) {
    let page = RenderedText(example.markdown).page
    let contents = Self.texts(page).map { $0?.replacing("src=\"\"", with: "src=\"b\"") }
    #expect(contents == example.contents)
  }

  @Test(
    "the content of every link of a real page ends where its element does",
    .enabled(if: SharedFolder.hasCorpora, SharedFolder.withoutCorpora),
    arguments: SharedFolder.everything)
  func corpus(_ page: SharedFolder.Page) {
    let page = RenderedText(bytes: page.bytes).page
    for link in page.links where link.kind != .attribute {
      guard let content = link.content else { continue }
      let after = page.html[content.upperBound...]
      #expect(after.starts(with: link.kind == .image ? "\"".utf8 : "</a>".utf8))
      let before = page.html[..<content.lowerBound].suffix(5)
      #expect(link.kind == .image ? before.elementsEqual("alt=\"".utf8) : before.last == 0x3E)
    }
    for heading in page.headings {
      #expect(page.html[heading.offset...].starts(with: "<h\(heading.level) id=".utf8))
    }
    for label in page.labels {
      #expect(page.html[label.offset...].starts(with: "<strong".utf8))
    }
    for block in page.codeBlocks {
      #expect(page.html[block.offset...].starts(with: "<div class=\"code\"".utf8))
    }
  }

  private static func texts(_ page: RenderedPage) -> [String?] {
    page.links.map { link in
      link.content.map { String(decoding: page.html[$0], as: UTF8.self) }
    }
  }
}
