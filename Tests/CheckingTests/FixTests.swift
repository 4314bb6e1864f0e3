import Diagnostics
import Testing

@testable import Checking

@Suite("Fixes of links")
struct FixTests {
  @Test(
    "what can have been meant in one way only is written, and nothing else is touched",
    arguments: [
      ("[x](Few-Shot.md#mine) y", "[x](few-shot.md#mine) y"),
      ("[x](./Few-Shot.md)", "[x](./few-shot.md)"),
      ("[x](/Few-Shot.md)", "[x](/few-shot.md)"),
      ("[x](few-shot.html#mine)", "[x](few-shot.md#mine)"),
      ("[x](few-shot)", "[x](few-shot.md)"),
      ("[x](../few-shot/#mine)", "[x](few-shot.md#mine)"),
      ("[x](setup.md)", "[x](guide/setup.md)"),
      ("![x](TURNS.png \"Title\")", "![x](turns.png \"Title\")"),
      ("<a href='Few-Shot.md'>x</a>", "<a href='few-shot.md'>x</a>"),
      ("[x][r]\n\n[r]: Few-Shot.md 'T'\n", "[x][r]\n\n[r]: few-shot.md 'T'\n"),
      ("[x](few-shot.md#Mine)", "[x](few-shot.md#mine)"),
      ("[x](old/place.md)", "[x](moved.md)"),
      ("[x](ünder%20score.md)", "[x](Ünder%20score.md)"),
      ("---\nrelated: [Few-Shot.md]\n---\n", "---\nrelated: [few-shot.md]\n---\n"),
      (
        "---\nrelated: [plan/index.md, Few-Shot.md#mine]\n---\n",
        "---\nrelated: [plan/index.md, few-shot.md#mine]\n---\n"
      ),
    ])
  func safe(page: String, mended: String) {
    var fixture = Fixture(page)
    fixture.pages["moved.md"] = "---\nredirect_from: [old/place.md]\n---\n# Moved\n"
    #expect(fixture.mended() == mended)
    fixture.pages["page.md"] = mended
    #expect(fixture.mended() == mended, "a second run changes nothing")
  }

  @Test(
    "a name with signs that mean something is written so that it leads there",
    arguments: [
      "x:y", "a|b", "`c`", "b\\_c", "[d", "d]", "it's", "r&amp;d", "*e*", "f#g", "h?i", "50%",
      "<j>", "(k", "k)", "l m", "{n}", "~~o~~", "==p==", "q&r", "\"s\"", "--t", ":smile:", "$u$",
      "^v^", "w;x", "Über", "u\u{308}", "漢字", "@y", "www.z", "!n",
    ])
  func oddNames(name: String) {
    for form in [
      "[x](TARGET)", "[x](<TARGET>) `y`", "| a |\n|---|\n| [x](TARGET) `c` |\n",
      "<a href='TARGET'>x</a>", "<a href=\"TARGET\">x</a>", "<a href=TARGET>x</a>",
      "!!! note \"[x](TARGET)\"\n    Text.\n", "[x][r]\n\n[r]: TARGET\n",
      "[x](TARGET) [y](TARGET)",
    ] {
      var fixture = Fixture(form.replacing("TARGET", with: "Target%2D1.md"))
      fixture.pages["\(name)/target-1.md"] = "# Target\n"
      let mended = fixture.mended()
      #expect(mended != fixture.pages["page.md"], "\(form) is mended")
      fixture.pages["page.md"] = mended
      #expect(fixture.findings().map(\.code.id) == [], "\(mended)")
    }
  }

  @Test("what YAML would read as something else is not written into `related`")
  func relatedInYAML() {
    for folder in ["a, b", "a: b", "[a]", "%41"] {
      var fixture = Fixture("---\nrelated: [target.md]\n---\n")
      fixture.pages["\(folder)/target.md"] = "# Target\n"
      #expect(fixture.findings(besides: "TB-P007").map(\.code.id) == ["TB-P007"])
      #expect(fixture.mended() == fixture.pages["page.md"])
    }
    let quoted = Fixture("---\nrelated: [\"Few\\x2DShot.md\"]\n---\n")
    #expect(quoted.mended() == quoted.pages["page.md"])
    #expect(quoted.findings().map(\.help) == ["write \"few-shot.md\""])
    let likely = Fixture("---\nrelated: [few-shots.md]\n---\n")
    #expect(likely.mended() == likely.pages["page.md"])
    #expect(likely.findings().first?.fix?.edits.map(\.replacement) == ["few-shot.md"])
  }

  @Test(
    "what is only likely is proposed and left alone",
    arguments: [
      "[x](few-shots.md)", "[x](few-shot.md#when-to-use)", "[Setting up](install.md)",
      "[x](Few-Shot.md#nope)", "[x](setup.md#nope)", "![x](turn.png)", "[x](twin.md)",
      "[x](htps://example.org)", "[x](few\\-shots.md)",
    ])
  func unsafe(page: String) {
    var fixture = Fixture(page)
    fixture.pages["a/twin.md"] = "# One"
    fixture.pages["b/twin.md"] = "# Two"
    #expect(fixture.mended() == page)
    #expect(fixture.findings().count == 1)
  }
}
