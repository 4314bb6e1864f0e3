import Diagnostics
import Markdown
import Testing

struct AnchorPlaceTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// The names stand between guillemets, in order.
    var marked: String
    init(_ name: String, _ marked: String) { (testDescription, self.marked) = (name, marked) }
  }

  @Test(
    "an anchor is recorded where its author wrote it",
    arguments: [
      Example("on a heading", "# A {#«b»}\n\n## C {: .d id=\"«e»\" }"),
      Example("on a paragraph", "Text\n{: #«a» .b}\n\nMore\n{ .c #«d» }"),
      Example("on a link and an image", "[a](b){#«c»} ![d](e){: #«f»}"),
      Example("on a table's cell", "| a {#«b»} | c |\n|--|--|\n| d | e {#«f»} |"),
      Example("the last of two", "[a](b){#c #«d»}"),
      Example("on a code block", "```{.python #«a»}\nb\n```\n\n- ``` {#«c» .d}\n  e\n  ```"),
      Example(
        "in an HTML block", "<div id=\"«a»\">\n<a name='«b»' id=«c»>a</a> <p name=d>\n</div>"),
      Example("in a line", "a <span title=\"b\" id=\"«b»\">b</span> `<i id=\"c\">` <i id=\"«c»\">"),
      Example("beside a target", "<a name=\"x\" href=\"x\" id=\"«x»\">x</a>"),
      Example(
        "on an element with Markdown",
        "<div id=\"«a»\" class=\"a\" markdown>\n\n<b id=\"«c»\">\n\n</div>"),
      Example(
        "in containers",
        "!!! note\n    - <a id=\"«a»\"></a>\n\n    > ## b {#«c»}\n\n=== \"T\"\n\n    d {#e}\n    {#«f»}"
      ),
      Example("after comments and tokens", "<!-- <b id=\"a\"> --> :smile: <b id=\"«a»\">"),
      Example("tabs and CR LF", "!!! note\r\n\tA\r\n\t===\r\n\r\n\t<i id=\"«b»\"></i>\r\n"),
    ])
  func place(_ example: Example) {
    let source = MarkedSource(example.marked)
    let page = RenderedText(source.text).page
    var ranges = page.anchors.filter { $0.origin != .generated }.map(\.range)
    ranges += page.headings.compactMap(\.writtenAnchor)
    let found = ranges.sorted { $0.start < $1.start }
    #expect(found.map(\.indices) == source.ranges, "\(page.anchors)")
  }

  @Test("what this program makes has no place, what stands in a snippet the snippet's")
  func paths() {
    let page = RenderedText(
      "--8<-- \"a\"\n\nx[^1]\n\n[^1]: y", snippets: ["a": "<i id=\"b\"></i>\n"]
    ).page
    #expect(page.anchors.map(\.name) == ["b", "fnref:1", "fn:1"])
    #expect(page.anchors.map(\.path) == ["a", "page.md", "page.md"])
    #expect(page.anchors.map(\.range.count) == [1, 0, 0])
  }

  @Test(
    "the anchors of real pages are recorded where they stand",
    .enabled(if: SharedFolder.hasCorpora, SharedFolder.withoutCorpora))
  func corpus() {
    var count = 0
    for page in SharedFolder.everything {
      for anchor in RenderedText(bytes: page.bytes).page.anchors where anchor.origin != .generated {
        count += 1
        let name = String(decoding: page.bytes[anchor.range.indices], as: UTF8.self)
        #expect(name == anchor.name, "\(page.name)")
      }
    }
    #expect(count >= 4)
  }
}
