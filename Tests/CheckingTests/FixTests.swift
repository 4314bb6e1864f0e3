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
    ])
  func safe(page: String, mended: String) {
    var fixture = Fixture(page)
    fixture.pages["moved.md"] = "---\nredirect_from: [old/place.md]\n---\n# Moved\n"
    #expect(fixture.mended() == mended)
    fixture.pages["page.md"] = mended
    #expect(fixture.mended() == mended, "a second run changes nothing")
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
