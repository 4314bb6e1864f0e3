import Diagnostics
import Markdown
import Testing

struct LinkRangeTests {
  @Test(
    "every link of a real page is recorded where its target stands",
    .enabled(if: SharedFolder.hasCorpora, SharedFolder.withoutCorpora),
    arguments: SharedFolder.everything)
  func corpus(_ page: SharedFolder.Page) {
    for link in RenderedText(bytes: page.bytes).page.links {
      let place = LinkPlace(link, in: page.bytes)
      #expect(
        place.holdsTarget,
        "\(String(decoding: link.destination, as: UTF8.self)) is not \(place.raw) at \(link.range)")
    }
  }

  @Test("the corpora have links to check", .enabled(if: SharedFolder.hasCorpora))
  func count() {
    let links = SharedFolder.corpus.map { RenderedText(bytes: $0.bytes).page.links.count }
    #expect(links.reduce(0, +) > 1500)
  }

  struct Nasty: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// The targets stand between guillemets, in order.
    var marked: String
    init(_ name: String, _ marked: String) { (testDescription, self.marked) = (name, marked) }
  }

  @Test(
    "a link is recorded where its target stands, not where the same text stands",
    arguments: [
      Nasty(
        "in table cells", "| a | b |\n|--|--|\n| [x](«a.md») | [y](«a.md») |\n| z | [x](«a.md»)"),
      Nasty(
        "a pipe in a cell's text before",
        "| a | b |\n|--|--|\n| \\| `a\\|b` [x](«a.md») | [y](«b.md») |"),
      Nasty(
        "in an admonition's title", "x [a](«a.md»)\n\n!!! note \"See [a](«a.md»)\"\n    [a](«a.md»)"
      ),
      Nasty(
        "in a tab's label", "=== \"[a](«a.md»)\"\n\n    [a](«a.md»)\n\n=== \"b\"\n    [b](«a.md»)"),
      Nasty(
        "in nested lists in tabs",
        "=== \"A\"\n\n    - [x](«a.md»)\n\n        1. [y](«a.md»)\n           [z](«a.md»)\n\n    - [q](«b.md»)"
      ),
      Nasty("over lines", "[a\nb](«a.md») and [c](\n«a.md»\n\"title\")"),
      Nasty("over lines in a quote", "> [a\n> b](«a.md») and [c](\n> «a.md»)\n> [d](«a.md»)"),
      Nasty(
        "over lines in an admonition", "!!! note\n    [a\n    b](«a.md») and [c](\n    «a.md»)"),
      Nasty("a title over two lines", "[a](«a.md» \"one\ntwo\") [b](«a.md»)"),
      Nasty(
        "a title over two lines, then a paragraph",
        "[a](«a.md» \"one\ntwo\")\n\n[b](«b.md»)\n\n- [c](«a.md»)"),
      Nasty("an image in a link", "[![alt](«a.png»)](«a.md») [b](«a.md»)"),
      Nasty(
        "a code span that shows the same link",
        "`[a](a.md)` [a](«a.md») `` [a](a.md) `` [b](«a.md»)"),
      Nasty("an escaped bracket before", "\\[a](a.md) [a](«a.md»)"),
      Nasty("a bracket pair that is no link", "[x](a b.md) [a](«a.md»)"),
      Nasty("code blocks before", "    [a](a.md)\n\n```\n[a](a.md)\n```\n\n[a](«a.md»)"),
      Nasty("an autolink", "<«http://a.b»> [x](«http://a.b») <«me@a.bc»>"),
      Nasty("a bare address", "see «http://a.b/c», «www.a.bc» and «me@a.bc»."),
      Nasty("raw HTML", "<a href=\"«a.md»\">a.md</a> <img alt=\"a.md\" src='«a.md»'> [x](«a.md»)"),
      Nasty(
        "an HTML block",
        "<div>\n<a href=\"«a.md»\" title=x>a.md</a>\n<a href=«a.md»>\n</div>\n\n[x](«a.md»)"),
      Nasty(
        "an element with Markdown",
        "<a href=\"«a.md»\" markdown>\n\n[x](«a.md»)\n\n</a>\n\n[y](«a.md»)"),
      Nasty("escapes and entities", "[a](«a\\_b&amp;c.md») [b](<«a b.md»>) [c](«a%20b.md#x»)"),
      Nasty("parentheses", "[a](«a(b).md») [c](«a\\(.md» 'x')"),
      Nasty("in a heading", "# A [x](«a.md») {#y}\n\nB [x](«a.md»)\n==="),
      Nasty("in a definition", "Term [x](«a.md»)\n:   [y](«a.md»)\n\n    [z](«a.md»)"),
      Nasty("tabs and CR LF", "!!! note\r\n\t[x](«a.md»)\r\n\r\n\t- [y](«a.md»)\r\n"),
      Nasty("text of other scripts", "é — 日本 [ü](«ä.md») :smile: [x](«a.md»)"),
      Nasty("a task", "- [ ] [x](«a.md»)\n- [x] `a.md` [y](«a.md»)"),
      Nasty(
        "an aside and an alert", ":::tip[[a](«a.md»)]\n[b](«a.md»)\n:::\n> [!NOTE]\n> [c](«a.md»)"),
      Nasty("a reference link", "[a][r] [r]\n\n[r]: «a.md»"),
      Nasty("a footnote", "a[^1] [x](«a.md»)\n\n[^1]: See [y](«b.md»)"),
      Nasty("brackets in text", "[a [b] c](«a.md») ![d [e](a.md)](«a.md»)"),
      Nasty("srcset", "<img srcset=\"«a.png» 1x, «b.png» 2x\" src=\"«a.png»\">"),
      Nasty("emphasis and attribute lists", "**[x](«a.md»){: .y }** *[z](«a.md»)*{.q} [w](«a.md»)"),
      Nasty("a title that shows a link", "[a](«a.md» \"[x](b.md)\") [b](«b.md»)"),
      Nasty("a link in brackets that are no link", "[a [b](«c.md») d](e.md) [x](«e.md»)"),
      Nasty("code with a bracket in a link's text", "[`a](x.md)` b](«x.md») [`]`](«y.md»)"),
      Nasty(
        "attributes that show a link",
        "<b title=\"[x](a.md)\"> [x](«a.md») <i title='a.md' id=a.md>"),
      Nasty("a closing bracket too many", "] x](a.md) [x](«a.md»)"),
      Nasty("an image with the target of a link in it", "[![a](«a.md») b](«a.md») ![c](«a.md»)"),
      Nasty(
        "raw HTML in a link",
        "[<img src=\"«a.png»\" srcset=\"«b.png» 2x\" alt=\"[\">](«b.md») [x](«b.md»)"),
      Nasty("an empty target", "[a](«») [b](«a.md») [c](<«»>)"),
    ])
  func nasty(_ nasty: Nasty) {
    let marked = MarkedSource(nasty.marked)
    let (source, expected) = (marked.text, marked.ranges)
    let links = RenderedText(source).page.links
    let found = Set(links.map(\.range.indices)).sorted { $0.lowerBound < $1.lowerBound }
    #expect(found == expected, "\(links.map { LinkPlace($0, in: Array(source.utf8)).raw })")
    for link in links { #expect(LinkPlace(link, in: Array(source.utf8)).holdsTarget) }
  }

  @Test("a reference link points to its definition, and tells where it is used")
  func reference() throws {
    let source = "Text [a][The  Ref] and [the ref].\n\n[the\tref]: <a b.md> 'x'\n"
    let links = RenderedText(source).page.links
    #expect(links.map { LinkPlace($0, in: Array(source.utf8)).raw } == ["a b.md", "a b.md"])
    let uses = try links.map { try #require($0.use) }
    let texts = uses.map { String(decoding: Array(source.utf8)[$0.range.indices], as: UTF8.self) }
    #expect(texts == ["[The  Ref]", "[the ref]"])
  }

  @Test("a reference link in a snippet tells that it is used there, wherever its definition stands")
  func referenceInSnippet() {
    for (text, part) in [("[r]: a.md\n", "[x][r]\n"), ("", "[x][r]\n\n[r]: a.md\n")] {
      let page = RenderedText("--8<-- \"part.md\"\n\n\(text)", snippets: ["part.md": part]).page
      #expect(page.links.map(\.use?.path) == ["part.md"])
      #expect(page.links.map(\.use?.range.indices) == [3..<6])
    }
  }

  @Test("a link in a snippet is recorded in the snippet's file")
  func snippet() throws {
    let text = "one\n\n- [x](a.md)\n"
    let page = RenderedText(
      "!!! note\n    --8<-- \"part.md\"\n\n[y](b.md)\n", snippets: ["part.md": text]
    ).page
    #expect(page.links.map(\.path) == ["part.md", "page.md"])
    let inside = try #require(page.links.first)
    #expect(LinkPlace(inside, in: Array(text.utf8)).raw == "a.md")
  }

  @Test("holes come in ascending order, and each belongs to a link of this guide")
  func holes() {
    let page = RenderedText("# [a](a.md)\n\n==[b](b.md)== ~~[c](http://c.d)~~ ^[d](d.md)^").page
    #expect(page.holes.map(\.offset) == page.holes.map(\.offset).sorted())
    let targets = page.holes.map {
      String(decoding: page.links[$0.link].destination, as: UTF8.self)
    }
    #expect(targets == ["a.md", "b.md", "d.md"])
  }
}
