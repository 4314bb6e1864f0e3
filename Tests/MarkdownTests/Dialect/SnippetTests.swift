import Diagnostics
import Testing

struct SnippetTests {
  private static let files = [
    "a.md": "first\n\n# --8<-- [start:part]\nsecond\n# --8<-- [end:part]\nlast\n",
    "code.py": "x = 1\ny = 2\nz = 3\n", "list.md": "- one\n\n    deep\n", "open.md": "no end",
    "loop.md": "in\n--8<-- \"loop2.md\"\n", "loop2.md": "--8<-- \"loop.md\"\n",
    "outer.md": "o\n\n--8<-- \"open.md\"\n",
  ]

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var markdown: String
    var expected: String
    init(_ sentence: String, _ markdown: String, _ expected: String) {
      (testDescription, self.markdown, self.expected) = (sentence, markdown, expected)
    }
  }

  @Test(
    "a snippet",
    arguments: [
      Case(
        "stands where its line stands", "a\n\n--8<-- \"open.md\"\n\nb",
        "<p>a</p>\n<p>no end</p>\n<p>b</p>\n"),
      Case(
        "without a line ending keeps lines apart", "--8<-- \"open.md\"\nb", "<p>no end\nb</p>\n"),
      Case(
        "may be a range of lines", "```\n--8<-- \"code.py:2:3\"\n```",
        "<div class=\"code\"><pre><code>y = 2\nz = 3\n</code></pre></div>\n"),
      Case(
        "may be lines to the end", "```\n--8<-- \"code.py:3\"\n```",
        "<div class=\"code\"><pre><code>z = 3\n</code></pre></div>\n"),
      Case(
        "may be lines from the start", "```\n--8<-- \"code.py::1\"\n```",
        "<div class=\"code\"><pre><code>x = 1\n</code></pre></div>\n"),
      Case("may be a section", "--8<-- \"a.md:part\"", "<p>second</p>\n"),
      Case(
        "may name files in a block", "--8<--\nopen.md\n\n; code.py\n--8<--\n", "<p>no end</p>\n"),
      Case(
        "is indented with its line", "!!! note\n    --8<-- \"list.md\"\n",
        "<div class=\"admonition note\">\n<p class=\"admonition-title\">Note</p>\n<ul>\n<li>\n<p>one</p>\n<p>deep</p>\n</li>\n</ul>\n</div>\n"
      ),
      Case(
        "is shown as text after a semicolon", ";--8<-- \"a.md\"",
        "<p>--8&lt;-- &quot;a.md&quot;</p>\n"),
      Case("may include another", "--8<-- \"outer.md\"", "<p>o</p>\n<p>no end</p>\n"),
    ])
  func html(_ example: Case) {
    let rendered = RenderedText(example.markdown, snippets: Self.files)
    #expect(rendered.html == example.expected)
    #expect(rendered.codes == [])
  }

  @Test(
    "a snippet that cannot be included is an error",
    arguments: [
      "--8<-- \"missing.md\"", "--8<-- \"loop.md\"", "--8<-- \"a.md:nothing\"", "--8<--\nopen.md\n",
    ])
  func faults(markdown: String) {
    #expect(RenderedText(markdown, snippets: Self.files).codes == ["TB-M004"])
  }

  @Test("snippets that double on each level end with one error", arguments: [20, 60])
  func doubling(levels: Int) {
    var files = ["s\(levels).md": "word\n"]
    for level in 0..<levels {
      files["s\(level).md"] = String(repeating: "--8<-- \"s\(level + 1).md\"\n", count: 2)
    }
    #expect(RenderedText("--8<-- \"s0.md\"", snippets: files).codes == ["TB-M004"])
  }

  @Test("a thousand snippets on a page are no fault")
  func many() {
    let line = "--8<-- \"open.md\"\n\n"
    let rendered = RenderedText(String(repeating: line, count: 1000), snippets: Self.files)
    #expect(rendered.codes == [])
  }
}
