import Templating
import Testing

@Suite("The indentation of blocks and partials")
struct BlockIndentationTests {
  @Test("a block takes on the indentation of the place it fills, and loses its own")
  func reindented() {
    let folder = TemplateFolder([
      "page": """
      {{<base}}
            {{$main}}
              <p>
                text
              </p>
            {{/main}}
      {{/base}}
      """,
      "base": "<main>\n  {{$main}}\n  {{/main}}\n</main>\n",
    ])
    #expect(
      folder.rendered().text == "<main>\n  <p>\n    text\n  </p>\n</main>\n")
  }

  @Test("a block that is not overridden keeps its lines as they are")
  func defaultContent() {
    let folder = TemplateFolder([
      "page": "<a>\n  {{$b}}\n     one\n\n   two\n  {{/b}}\n  {{$c}}three{{/c}}\n</a>\n"
    ])
    #expect(folder.rendered().text == "<a>\n     one\n\n   two\n  three\n</a>\n")
  }

  @Test("a default that begins its line gets the indentation of its partial too")
  func defaultInPartial() {
    let folder = TemplateFolder([
      "page": "<a>\n  {{>part}}\n</a>\n", "part": "x\n {{$c}}y{{/c}}\nz\n",
    ])
    #expect(folder.rendered().text == "<a>\n  x\n   y\n  z\n</a>\n")
  }

  @Test("lines of sections inside a block count for its indentation, their tags do not")
  func sectionsInBlocks() {
    let folder = TemplateFolder([
      "page": """
      {{<base}}
      {{$b}}
        {{#list}}
          <li>{{.}}</li>
        {{/list}}
      {{/b}}
      {{/base}}
      """,
      "base": "<ul>\n{{$b}}\n{{/b}}\n</ul>\n",
    ])
    #expect(
      folder.rendered(with: ["list": ["1", "2"]]).text
        == "<ul>\n<li>1</li>\n<li>2</li>\n</ul>\n")
  }

  @Test("indentation adds up over partials that have their lines to themselves")
  func nestedPartials() {
    let folder = TemplateFolder([
      "page": "<a>\n  {{>b}}\n</a>\n", "b": "<b>\n  {{>c}}\n</b>\n", "c": "<c>\n{{x}}\n</c>\n",
    ])
    #expect(
      folder.rendered(with: ["x": "1\n2"]).text
        == "<a>\n  <b>\n    <c>\n    1\n2\n    </c>\n  </b>\n</a>\n")
  }

  @Test("a partial within a line is not indented, whatever is around it")
  func partialWithinLine() {
    let folder = TemplateFolder([
      "page": "  {{>b}}\n", "b": "b\n{{x}} {{>c}}.\n", "c": "1\n2",
    ])
    #expect(folder.rendered(with: ["x": "x"]).text == "  b\n  x 1\n2.\n")
  }

  @Test("a tag or remark that begins a line of an indented partial is indented once")
  func tagsAtLineStart() {
    let folder = TemplateFolder([
      "page": "  {{>b}}\n",
      "b": "{{#on}}a{{/on}}\n{{!x}}b\n{{#on}}c\n{{/on}}d\n{{>e}}\n{{>f}}{{>f}}\n",
      "e": "e\n", "f": "f",
    ])
    #expect(folder.rendered(with: ["on": true]).text == "  a\n  b\n  c\n  d\n  e\n  ff\n")
  }

  @Test("a parent within a line prints its blanks like any text")
  func parentWithinLine() {
    let folder = TemplateFolder([
      "page": "a\n  {{<b}}{{$x}}1{{/x}}{{/b}} c\n", "b": "[{{$x}}{{/x}}]",
    ])
    #expect(folder.rendered().text == "a\n  [1] c\n")
  }

  @Test("a parent may stand in a block of another parent")
  func parentInBlock() {
    let folder = TemplateFolder([
      "page": """
      {{<base}}
      {{$main}}
        {{<card}}
          {{$text}}
          hello
          {{/text}}
        {{/card}}
      {{/main}}
      {{/base}}
      """,
      "base": "<main>\n    {{$main}}{{/main}}</main>\n",
      "card": "<div>\n  {{$text}}\n  {{/text}}\n</div>\n",
    ])
    #expect(
      folder.rendered().text == "<main>\n    <div>\n      hello\n    </div>\n</main>\n")
  }
}
