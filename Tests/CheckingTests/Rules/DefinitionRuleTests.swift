import Diagnostics
import Testing

@testable import Checking

@Suite("Rules about definitions and footnotes")
struct DefinitionRuleTests {
  static let cases = [
    RuleCase(
      "TB-L015", "Text.\n\n«[paper]»: few-shot.md\n", .note,
      help: "take the definition out, or refer to it with [paper]"),
    RuleCase("TB-L015", "> Text.\n>\n> «[paper]»: few-shot.md\n"),
    RuleCase("TB-L015", "- Text.\n\n  «[paper]»: few-shot.md\n"),
    RuleCase("TB-L015", "[x][r]\n\n[r]: few-shot.md\n«[q]»: plan/index.md\n"),
    RuleCase("TB-L015", "[x](few-shot.md)\n\n«[r]»: few-shot.md\n"),
    RuleCase("TB-L015", "`[r]`\n\n«[r]»: few-shot.md\n"),
    RuleCase("TB-L015", "\\[r]\n\n«[r]»: few-shot.md\n"),
    RuleCase("TB-L015", "```\n[r]\n```\n\n«[r]»: few-shot.md\n"),
    RuleCase("TB-L015", "«[a]»: few-shot.md\n«[b]»: plan/index.md\n"),
    RuleCase("TB-L015", "«[a\nb]»: few-shot.md\n"),
    RuleCase("TB-L015", "!!! note\n    Text.\n\n    «[r]»: few-shot.md\n"),
    RuleCase(
      "TB-L016", "[x][r]\n\n[r]: few-shot.md\n«[R]»: plan/index.md\n", .warning,
      help: "take one of the two out, or give it another label"),
    RuleCase("TB-L016", "[x][r]\n\n[r]: few-shot.md\n«[r]»: few-shot.md\n«[r]»: few-shot.md\n"),
    RuleCase("TB-L016", "> [r]: few-shot.md\n\n[r]\n\n«[r]»: plan/index.md\n"),
    RuleCase(
      "TB-L017", "One.\n\n«[^1]»: A note.\n", .warning,
      help: "write [^1] where it belongs, or take it out"),
    RuleCase("TB-L017", "One.[^1]\n\n[^1]: A note.\n\n«[^2]»: Another.\n"),
    RuleCase("TB-L017", "One `[^1]`.\n\n«[^1]»: A note.\n"),
    RuleCase("TB-L017", "One.\n\n«[^a]»: A note.[^b]\n\n«[^b]»: Another.\n"),
    RuleCase(
      "TB-L018", "One.[^1]\n\n[^1]: A note.\n\n«[^1]»: Another.\n", .warning,
      help: "take one of the two out, or give it another label"),
  ]

  @Test("each fault is found where its label stands, and nowhere else", arguments: cases)
  func faults(_ one: RuleCase) { one.verify() }

  @Test(
    "what something refers to is not reported",
    arguments: [
      "[x][r]\n\n[r]: few-shot.md\n", "[r][]\n\n[r]: few-shot.md\n", "[r]\n\n[r]: few-shot.md\n",
      "[R]\n\n[r]: few-shot.md\n", "[a  b]\n\n[A\nb]: few-shot.md\n", "[Ü]\n\n[ü]: few-shot.md\n",
      "[ẞ]\n\n[SS]: few-shot.md\n", "[ΑΓΩ]\n\n[αγω]: few-shot.md\n",
      "![x][r]\n\n[r]: turns.png\n", "[![x][i]][r]\n\n[i]: turns.png\n[r]: few-shot.md\n",
      "[*r*]\n\n[*r*]: few-shot.md\n", "[a\\]b]\n\n[a\\]b]: few-shot.md\n",
      "[r]: few-shot.md\n\n[r]\n", "# [r]\n\n[r]: few-shot.md\n",
      "| a |\n|---|\n| [x][r] |\n\n[r]: few-shot.md\n", "> [r]\n\n[r]: few-shot.md\n",
      "!!! note \"[r]\"\n    Text.\n\n[r]: few-shot.md\n",
      "!!! note\n    [r]\n\n[r]: few-shot.md\n", "=== \"[r]\"\n    Text.\n\n[r]: few-shot.md\n",
      "Term\n:   [r]\n\n[r]: few-shot.md\n", "One.[^1]\n\n[^1]: [r]\n\n[r]: few-shot.md\n",
      "[a][r] and [b](few-shot.md)\n\n[r]: few-shot.md\n",
      "[r] [q]\n\n[r]: few-shot.md\n[q]: few-shot.md\n",
      "One.[^1]\n\n[^1]: A note.\n", "One.[^1] Two.[^1]\n\n[^1]: A note.\n",
      "One.[^Name]\n\n[^Name]: A note.\n", "One.[^1]\n\n[^1]: A note.[^2]\n\n[^2]: Another.\n",
      "| a |\n|---|\n| x[^1] |\n\n[^1]: A note.\n", "# Title[^1]\n\n[^1]: A note.\n",
      "!!! note\n    x[^1]\n\n[^1]: A note.\n", "!!! note \"x[^1]\"\n    Text.\n\n[^1]: A note.\n",
      "- x[^1]\n\n[^1]: A note.\n", "<div markdown>\nx[^1]\n</div>\n\n[^1]: A note.\n",
      "Term[^1]\n:   x\n\n[^1]: A note.\n", "**x[^1]**\n\n[^1]: A note.\n",
      "```\n[r]: few-shot.md\n[^1]: A note.\n```\n", "Text\n[r]: few-shot.md\n",
    ])
  func rightDefinitions(page: String) {
    #expect(Fixture(page).findings().map(\.code.id) == [])
  }

  @Test("of two alike definitions that nothing refers to each is reported for one thing")
  func unusedTwice() {
    let found = Fixture("Text.\n\n[r]: few-shot.md\n[r]: plan/index.md\n[q]: few-shot.md\n")
      .findings()
    #expect(found.map(\.code.id) == ["TB-L015", "TB-L016", "TB-L015"])
    #expect(found.map(\.subject) == ["r", "r", "q"])
  }

  @Test("two spellings of an accent are two labels and two ids, as to browsers")
  func spellings() {
    // Precomposed and decomposed; and two signs that are the same letter to Unicode.
    for (one, other) in [("\u{E9}", "e\u{301}"), ("\u{C5}", "\u{212B}")] {
      #expect(Fixture("<p id=\(one)>x</p>\n\n<p id=\(other)>x</p>\n").findings() == [])
      let ids = Fixture("<p id=\(one)>x</p>\n\n<p id=\(one)>x</p>\n").findings()
      #expect(ids.map(\.code.id) == ["TB-M020"])
    }
    let (one, other) = ("\u{E9}", "e\u{301}")
    let links = Fixture("[\(one)] [\(other)]\n\n[\(one)]: few-shot.md\n[\(other)]: plan/index.md\n")
    #expect(links.findings() == [])
    let notes = Fixture("x[^\(one)]\n\n[^\(one)]: A note.\n\n[^\(other)]: Another.\n")
    #expect(notes.findings().map(\.code.id) == ["TB-L017"])
    let unused = Fixture(
      "Text.\n\n[\(one)]: few-shot.md\n[\(other)]: few-shot.md\n[a]: x\n[a]: x\n")
    #expect(unused.findings().map(\.code.id) == ["TB-L015", "TB-L015", "TB-L015", "TB-L016"])
  }

  @Test("a definition in text that pages include may be for another page")
  func definedInSnippet() {
    var fixture = Fixture("# A\n\n--8<-- \"part.md\"\n\n[q]: few-shot.md\n")
    fixture.snippets["part.md"] = "[r]: few-shot.md\n"
    let found = fixture.findings.filter { $0.code.id == "TB-L015" }
    #expect(found.map(\.subject) == ["q"])
  }

  @Test("a second definition names the place of the first")
  func places() {
    let source = MarkedSource("[r]\n\n«[r]»: few-shot.md\n\n[r]: plan/index.md\n")
    let found = Fixture(source.text).findings().first
    #expect(found?.places.map(\.range) == source.ranges)
  }
}
