import ByteText
import Diagnostics
import Foundation
import Markdown
import Testing

/// A page's source put together again. Judged by the renderer: what is put together means what the
/// page means.
struct AssembledSourceTests {
  static func assembled(
    _ text: String, snippets: [String: String] = [:], dialect: Dialect = Dialect()
  ) -> String {
    let bytes = Array(text.utf8)
    let page = RenderedText(text, dialect: dialect, snippets: snippets).page
    let files = Dictionary(
      uniqueKeysWithValues: snippets.map {
        ($0, SnippetSet.File(path: $0, bytes: Array($1.utf8)))
      })
    let changes = page.comments.compactMap { comment -> AssembledSource.Change? in
      let file = comment.path == "page.md" ? bytes : files[comment.path]?.bytes ?? []
      return CommentRemoval.change(comment.range, in: file, path: comment.path)
    }
    var output = ByteBuffer()
    AssembledSource.write(
      bytes, from: 0, path: "page.md", snippets: SnippetSet(files: files), dialect: dialect,
      changes: changes, into: &output)
    return String(decoding: output.array, as: UTF8.self)
  }

  @Test(
    "a comment is taken out of a page with what kept it apart",
    arguments: [
      ("a\n\n<!-- x -->\n\nb\n", "a\n\nb\n"),
      ("<!-- x\ny -->\n\nb\n", "b\n"),
      ("a <!-- x --> b\n", "a b\n"),
      ("a  <!-- x -->\nb\n", "a\nb\n"),
      ("## H <!-- x -->\n", "## H\n"),
      ("| a |\n|---|\n| b <!-- x --> |\n", "| a |\n|---|\n| b |\n"),
    ])
  func taken(text: String, expected: String) {
    #expect(Self.assembled(text) == expected)
  }

  @Test(
    "a comment that keeps things apart leaves an empty one",
    arguments: [
      ("- a\n\n<!-- x -->\n\n- b\n", "- a\n\n<!-- -->\n\n- b\n"),
      ("a\n<!-- x -->\nb\n", "a\n<!-- -->\nb\n"),
      ("<!-- x --> b *c*\n", "<!-- --> b *c*\n"),
      ("*a*<!-- x -->*b*\n", "*a*<!-- -->*b*\n"),
      ("- <!-- x --> b\n", "- <!-- --> b\n"),
      (
        "=== \"A\"\n\n    a\n\n<!-- x -->\n\n=== \"B\"\n\n    b\n",
        "=== \"A\"\n\n    a\n\n<!-- -->\n\n=== \"B\"\n\n    b\n"
      ),
    ])
  func kept(text: String, expected: String) {
    #expect(Self.assembled(text) == expected)
  }

  @Test(
    "what looks like a comment in code is code",
    arguments: [
      "`<!-- x -->`\n", "```html\n<!-- x -->\n```\n", "    <!-- x -->\n", "\\<!-- x -->\n",
      "<pre>\n<!-- x -->\n</pre>\n", "<script>\n<!-- x -->\n</script>\n", "<!-- x\n",
    ])
  func code(text: String) {
    #expect(Self.assembled(text) == text)
  }

  @Test("an included file stands in the place of its line, indented as that was")
  func included() {
    let text = "a\n\n- b\n\n    --8<-- \"s.md\"\n\n--8<-- \"s.md\"\n"
    #expect(
      Self.assembled(text, snippets: ["s.md": "one <!-- x -->\n\ntwo"])
        == "a\n\n- b\n\n    one\n    \n    two\n\none\n\ntwo\n")
  }

  @Test("a real page put together again means the same", arguments: SharedFolder.everything)
  func realPage(page: SharedFolder.Page) {
    var plain = Dialect()
    plain.snippets = false
    let assembled = Self.assembled(page.text, dialect: plain)
    #expect(
      Self.words(RenderedText(assembled, dialect: plain).html)
        == Self.words(RenderedText(page.text, dialect: plain).html))
  }

  /// HTML without comments, and without its white space: that around a comment says nothing.
  private static func words(_ html: String) -> String {
    html.replacing(/<!--(?s:.*?)-->/, with: "").filter { !$0.isWhitespace }
  }
}
