import Diagnostics
import Testing

@testable import Checking

/// Links right beside those where a rule begins or ends.
@Suite("Edges of rules about links")
struct LinkEdgeTests {
  @Test("a link to the content folder is told that it is the one without an index.md")
  func contentFolder() {
    var fixture = Fixture("[x](/)")
    fixture.pages["index.md"] = nil
    #expect(
      fixture.findings().map(\.message) == [
        "\"/\" leads to the content folder, which has no index.md"
      ])
    #expect(
      Fixture("[x](guide/)").findings().map(\.message) == [
        "\"guide/\" leads to the folder guide, which has no index.md"
      ])
  }

  @Test(
    "what an address cannot hold is found in every part of it",
    arguments: [
      "https://example.org/a<b", "https://example.org/a>b", "https://example.org/a\"b",
      "https://example.org/a\u{7F}b", "https://example.org/a b", "https://exam<ple.org/",
      "https://exam\u{7F}ple.org/", "https://exam\"ple.org/?x",
    ])
  func forbidden(target: String) {
    let fixture = Fixture("<a href='\(target)'>x</a>")
    #expect(fixture.findings().map(\.code.id) == ["TB-L020"])
  }

  @Test(
    "empty words are known before any number of signs, and in no longer text",
    arguments: [
      ("here.....................", true), ("  here", true),
      ("<b title=\"a &gt; b\">here</b>", true),
      ("<span class=\"a-class-with-a-name longer-than-any other\">this article</span>", true),
      ("this articles", false), ("that this article", false),
      ("nothing to do with this link", false),
      ("0123456789abcdefhere", false), ("here here here here here", false),
    ])
  func vague(text: String, isVague: Bool) {
    let fixture = Fixture("<div markdown>\n[\(text)](few-shot.md)\n</div>")
    #expect(fixture.findings().map(\.code.id) == (isVague ? ["TB-L014"] : []))
  }

  @Test("a page that only a navigation, a link or a redirect lacks is proposed for it")
  func candidates() {
    var fixture = Fixture()
    fixture.pages = ["few-shot.md": "# A\n\n[x](Few-Shot.md)\n"]
    #expect(fixture.findings.map(\.help) == ["write \"few-shot.md\""])
    fixture.pages["few-shot.md"] = "# A\n"
    #expect(fixture.findings == [])
    fixture.navigate(to: ["few-shots.md"])
    fixture.facts.isInNavigation = []
    #expect(fixture.findings.map(\.help) == ["did you mean \"few-shot.md\"?"])
  }
}
