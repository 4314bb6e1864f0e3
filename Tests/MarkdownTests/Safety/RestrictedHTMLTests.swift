import Diagnostics
import Markdown
import Testing

/// What a guide may say where its pages come from anybody.
struct RestrictedHTMLTests {
  private static func html(_ text: String, _ policy: HTMLPolicy) -> String {
    var dialect = Dialect()
    dialect.html = policy
    return RenderedText(text, dialect: dialect).html
  }

  @Test(
    "HTML that a guide needs stays",
    arguments: [
      ("<kbd>Ctrl</kbd>+<kbd>K</kbd>", "<p><kbd>Ctrl</kbd>+<kbd>K</kbd></p>\n"),
      ("H<sub>2</sub>O<br>", "<p>H<sub>2</sub>O<br /></p>\n"),
      (
        "<details open>\n<summary>S</summary>\n\n*x*\n\n</details>",
        "<details open=\"\">\n<summary>S</summary>\n<p><em>x</em></p>\n</details>\n"
      ),
      (
        "<img src=a.png alt=\"A &amp; B\" width=10 height=50%>",
        "<img src=\"a.png\" alt=\"A &amp; B\" width=\"10\" height=\"50%\" />\n"
      ),
      (
        "<table><tr><th scope=col>A<td colspan=2 align=center>B</table>",
        "<table><tr><th scope=\"col\">A</th><td colspan=\"2\" align=\"center\">B</td></tr></table>\n"
      ),
      (
        "<div class=\"grid cards\" markdown>\n\n- x\n\n</div>",
        "<div class=\"grid cards\">\n<ul>\n<li>x</li>\n</ul>\n</div>\n"
      ),
      ("x <!-- a comment --> y", "<p>x  y</p>\n"),
      (
        "<a href=\"https://a.example/?x=1&amp;y=2\" title=\"t\">x</a>",
        "<p><a href=\"https://a.example/?x=1&amp;y=2\" title=\"t\">x</a></p>\n"
      ),
      (
        "<img src=\"data:image/png;base64,AA==\" alt=x>",
        "<img src=\"data:image/png;base64,AA==\" alt=\"x\" />\n"
      ),
    ])
  func kept(text: String, html: String) {
    #expect(Self.html(text, .safe) == html)
  }

  @Test(
    "what may not stay is text, and the Markdown around it is still Markdown",
    arguments: [
      ("<form>\n**x**\n</form>", "<p>&lt;form&gt;\n<strong>x</strong>\n&lt;/form&gt;</p>\n"),
      ("<script>\nx\n\n*y*", "<p>&lt;script&gt;\nx</p>\n<p><em>y</em></p>\n"),
      ("<!-- x\n\n*y*", "<p>&lt;!-- x</p>\n<p><em>y</em></p>\n"),
      ("<details>\n\n*y*", "&lt;details&gt;\n<p><em>y</em></p>\n"),
      ("<li>x", "&lt;li&gt;x\n"),
      ("[x](javascript:y)", "<p><a>x</a></p>\n"),
      ("![x *y*](data:text/html,z)", "<p><span>x y</span></p>\n"),
      ("*x*{: onclick=y .primary .skip #Main }", "<p><em class=\"primary\">x</em></p>\n"),
    ])
  func text(text: String, html: String) {
    #expect(Self.html(text, .safe) == html)
  }

  @Test("all HTML but comments is text where it is escaped")
  func escaped() {
    #expect(
      Self.html("<div>\n*x* <b>y</b> <!-- z -->\n</div>\n\n<!-- z -->", .escape)
        == "<p>&lt;div&gt;\n<em>x</em> &lt;b&gt;y&lt;/b&gt; \n&lt;/div&gt;</p>\n")
  }

  @Test("a comment that silences findings is found where HTML is text")
  func ignores() {
    var dialect = Dialect()
    dialect.html = .escape
    let page = RenderedText("<!-- turnbook-ignore TB-L001 -->\n\nx", dialect: dialect).page
    #expect(page.ignores.flatMap(\.codes).map(\.value) == ["TB-L001"])
  }

  @Test("a page that trusts its author is what it was")
  func allowed() {
    let text = "<p onclick=x style=y>\n[a](javascript:b)\n</p>\n\n[a](javascript:b)"
    #expect(
      Self.html(text, .allow)
        == "<p onclick=x style=y>\n[a](javascript:b)\n</p>\n<p><a href=\"javascript:b\">a</a></p>\n"
    )
  }

  @Test(
    "no reference to the character of our own markers becomes one",
    arguments: ["> # &#2;a99{x}", "*b*&#2;99&#2;", "[a]: &#x02;9&#2; \"x\" y", "# &#002;t7{x}"])
  func markers(text: String) {
    let html = RenderedText("!!! note\n    *a*{.x}\n\n" + text).html
    #expect(html.contains("\u{FFFD}"))
    #expect(!html.utf8.contains(2))
  }
}
