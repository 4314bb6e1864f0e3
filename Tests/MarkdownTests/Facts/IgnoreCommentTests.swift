import Diagnostics
import Markdown
import Testing

struct IgnoreCommentTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// What each comment covers stands between guillemets, the innermost that ends first first.
    var marked: String
    init(_ name: String, _ marked: String) { (testDescription, self.marked) = (name, marked) }
  }

  @Test(
    "a comment covers its line, or the block after it",
    arguments: [
      Example("before a paragraph", "a\n\n«<!-- turnbook-ignore TB-L003 -->\nb\nc»\n\nd"),
      Example("with a blank line between", "«<!-- turnbook-ignore TB-L003 -->\n\nb\nc»\n\nd"),
      Example("on a line of text", "a\n«b <!-- turnbook-ignore TB-L003 --> c»\nd"),
      Example("at a line's end", "«# b <!-- turnbook-ignore TB-L003 -->»\n\nd"),
      Example(
        "in a table", "| a | b |\n|--|--|\n«| c | <!--turnbook-ignore TB-L003--> |»\n| d | e |"),
      Example("before a table", "«<!-- turnbook-ignore TB-L003 -->\n| a |\n|--|\n| b |»\n\nx"),
      Example("in an item", "- a\n- «<!-- turnbook-ignore TB-L003 -->\n  b»\n"),
      Example("in an item's text", "«- b <!-- turnbook-ignore TB-L003 -->»\n- c"),
      Example(
        "in an admonition", "!!! note\n    «<!-- turnbook-ignore TB-L003 -->\n\n    b»\n\n    c"),
      Example("in a quote", "> «<!-- turnbook-ignore TB-L003 -->\n>\n> b»\n>\n> c"),
      Example(
        "in a tab",
        "=== \"A\"\n\n    b\n\n    «<!-- turnbook-ignore TB-L003\n    for once -->\n    b»\n\nc"),
      Example("in a paragraph of its own line", "a\n«<!-- turnbook-ignore TB-L003 -->\nb»\n\nc"),
      Example("at the end", "a\n\n«<!-- turnbook-ignore TB-L003 -->»\n"),
      Example(
        "after the same in code",
        "«`<!-- turnbook-ignore TB-L003 -->` <!-- turnbook-ignore TB-L003 -->»"),
      Example(
        "in an HTML block",
        "<div>\n«<a id=\"x\"> <!-- turnbook-ignore TB-L003 --> <a id=\"x\">»\n</div>"),
      Example(
        "not in code",
        "```\n<!-- turnbook-ignore TB-L003 -->\n```\n\n`<!-- turnbook-ignore TB-L003 -->`"),
      Example("another word", "<!-- turnbook-ignored TB-L003 -->\n\n<!-- turnbook -->"),
    ])
  func covered(_ example: Example) {
    let source = MarkedSource(example.marked)
    let page = RenderedText(source.text).page
    #expect(page.ignores.map(\.covered.indices) == source.ranges)
    for comment in page.ignores {
      #expect(comment.codes.map(\.value) == ["TB-L003"])
      let bytes = Array(source.text.utf8)
      #expect(bytes[comment.range.indices].starts(with: "<!--".utf8))
      #expect(bytes[comment.range.indices].suffix(3).elementsEqual("-->".utf8))
    }
  }

  @Test("codes are separated by commas or spaces, and the rest is the reason")
  func codes() {
    let source = MarkedSource(
      "a <!-- turnbook-ignore «TB-L003», «TB-M011» «tb-x»: not yet, see TB-L001 --> <!-- turnbook-ignore www.a.bc -->"
    )
    let ignores = RenderedText(source.text).page.ignores
    #expect(ignores.map { $0.codes.map(\.value) } == [["TB-L003", "TB-M011", "tb-x"], []])
    #expect(ignores[0].codes.map(\.range.indices) == source.ranges)
    #expect(ignores.map(\.reason) == ["not yet, see TB-L001", "www.a.bc"])
  }

  @Test("a comment in a snippet is about the snippet")
  func snippet() {
    let part = "<!-- turnbook-ignore TB-L003 -->\n[a](b)\n"
    let ignores = RenderedText("x\n\n--8<-- \"s\"\n\ny", snippets: ["s": part]).page.ignores
    #expect(ignores.map(\.path) == ["s"])
    #expect(ignores.map(\.covered) == [ByteRange(0, part.utf8.count - 1)])
  }

  @Test("attributes beside a comment are still found where they stand")
  func attributes() {
    let source = MarkedSource(
      "<div>\n<a id=\"«x»\">\n<!-- turnbook-ignore TB-L003 <a id=\"x\"> -->\n<a id=\"«y»\">\n</div>"
    )
    let anchors = RenderedText(source.text).page.anchors
    #expect(anchors.map(\.range.indices) == source.ranges)
  }
}
