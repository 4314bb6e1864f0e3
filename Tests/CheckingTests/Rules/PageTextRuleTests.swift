import Diagnostics
import Testing

@testable import Checking

@Suite("Rules about the text of a page")
struct PageTextRuleTests {
  static let cases = [
    RuleCase("TB-M020", "## A {#part}\n\n## B {#«part»}\n", .warning),
    RuleCase("TB-M020", "## A {#part}\n\n## B {#«part»}\n\n## C {#«part»}\n"),
    RuleCase("TB-M020", "<a id=\"x\"></a>\n\n<p id=\"«x»\">Text.</p>\n"),
    RuleCase("TB-M020", "## A {#part}\n\n<p id='«part»'>Text.</p>\n"),
    RuleCase("TB-M020", "<p id=part>Text.</p>\n\n## A {#«part»}\n"),
    RuleCase("TB-M020", "Text.\n{#x}\n\nMore.\n{#«x»}\n"),
    RuleCase("TB-M020", "<b id=x>one</b> two <b id=«x»>three</b>\n"),
    RuleCase("TB-M020", "> ## A {#part}\n\n- Text <a name=\"«part»\"></a>\n"),
    RuleCase(
      "TB-M021", "# A\n\n## B\n\n«#### C»\n", .note,
      help: "make it a heading of level 3, with ###"),
    RuleCase("TB-M021", "# A\n\n«### B»\n\n«###### C»\n"),
    RuleCase("TB-M021", "A\n=\n\n«### B»\n"),
    RuleCase("TB-M022", "# A\n\n«# B»\n\n«# C»\n", .warning, help: "begin it with ## instead"),
    RuleCase("TB-M022", "---\ntitle: A\n---\n\n# A\n\n«# B»\n"),
    RuleCase("TB-M022", "Text.\n", .note),
    RuleCase("TB-M022", "---\ntitle: ''\n---\n\n## A\n", .note),
    RuleCase(
      "TB-M023", "![](«turns.png»)\n", .warning, help: "say between the brackets what it shows"),
    RuleCase("TB-M023", "![ ](«turns.png»)\n"),
    RuleCase("TB-M023", "![][r]\n\n[r]: «turns.png»\n"),
    RuleCase("TB-M023", "[![](«turns.png»)](few-shot.md)\n"),
    RuleCase(
      "TB-M023", "<IMG SRC='«turns.png»'>\n",
      help: "say in `alt` what it shows; `alt=\"\"` if it is mere decoration"),
    RuleCase("TB-M023", "Text <img src=\"«https://example.org/a.png»\" title=\"x\">.\n"),
  ]

  @Test("each fault is found where it stands, and nothing else", arguments: cases)
  func faults(_ one: RuleCase) { one.verify() }

  @Test(
    "what is right is not reported",
    arguments: [
      "# A\n\n## B\n\n## B\n", "# A\n\n## B\n\n### C\n\n## D\n\n### E\n\n#### F\n", "# A\n\n## B\n",
      "---\ntitle: A\n---\n\n## B\n", "A\n=\n\nB\n-\n", "# A\n\n```\n# B\n```\n",
      "# A\n\n<!--\n# B\n-->\n", "# A\n\n    # B\n", "# A {#a}\n\n## B {#b}\n",
      "# A\n\n## a_1\n\n## A\n\n## A\n", "# A\n\n`<a id=\"x\">` <a id=\"x\"></a>\n",
      "# A\n\n<!-- <a id=\"x\"> --><a id=\"x\"></a>\n", "# A\n\n<a id=\"x\"></a><a id=\"X\"></a>\n",
      "# A\n\nx[^1] y[^1]\n\n[^1]: A note.\n", "# A\n\n=== \"A\"\n    x\n\n=== \"B\"\n    x\n",
      "# A\n\n![The turns](turns.png)\n", "# A\n\n![`x`](turns.png)\n",
      "# A\n\n<img src=turns.png alt>\n",
      "# A\n\n<img src=\"turns.png\" alt=\"\">\n", "# A\n\n`![](turns.png)`\n",
      "# A\n\n<p>The turns <img src=turns.png ALT='x'></p>\n",
    ])
  func right(page: String) {
    #expect(Fixture(page).findings.filter { $0.path == "page.md" }.map(\.code.id) == [])
  }

  @Test("a second id and a second heading name the place of the first")
  func places() {
    for page in ["# «A»\n", "## A {#«x»}\n\n## B {#x}\n", "«# A»\n\n# B\n"].dropFirst() {
      let source = MarkedSource(page)
      let places = Fixture(source.text).findings.filter { $0.path == "page.md" }
        .flatMap(\.places).map(\.range)
      #expect(places == source.ranges)
    }
  }
}
