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

  @Test("an anchor that is not there is looked for among 500 at most", arguments: [500, 501])
  func manyAnchors(count: Int) {
    for wanted in ["Number-7x", "number-7y"] {
      var fixture = Fixture("[x](many.md#\(wanted))")
      let others = (1..<count - 1).map { "<a id=\"o\($0)\"></a>" }.joined()
      fixture.pages["many.md"] = "# Many\n\n<a id=\"number-7x\"></a>\(others)\n"
      let found = fixture.findings().first
      #expect(
        found?.help
          == (count > 500
            ? "its anchors are #many, #number-7x, #o1, #o2, …"
            : "did you mean \"#number-7x\"?"))
      // Letter case alone is a sure mistake.
      #expect(found?.fix?.isSafe == (count > 500 ? nil : wanted == "Number-7x"))
    }
  }

  @Test("an anchor that is not there says of which page, and what anchors there are")
  func anchors() {
    let own = Fixture("## A\n\n[x](#long-gone)").findings()
    #expect(own.map(\.message) == ["this page has nothing with the anchor \"#long-gone\""])
    #expect(own.map(\.help) == ["its anchors are #a"])
    var fixture = Fixture("[x](bare.md#long-gone)")
    fixture.pages["bare.md"] = "Text.\n"
    let other = fixture.findings()
    #expect(other.map(\.message) == ["bare.md has nothing with the anchor \"#long-gone\""])
    #expect(other.map(\.help) == ["take the fragment out: the page has no anchors"])
    fixture.pages["bare.md"] = "# A\n\n## B\n\n## C\n\n## D\n"
    #expect(fixture.findings().map(\.help) == ["its anchors are #a, #b, #c, #d"])
  }

  @Test("empty words are told as a reader sees them")
  func shownWords() {
    #expect(
      Fixture("[*read* **more**…](few-shot.md)").findings().map(\.message) == [
        "the link text \"read more…\" does not say what it leads to"
      ])
  }

  @Test("what has no target is called what it is")
  func noTarget() {
    #expect(Fixture("[x]()").findings().map(\.message) == ["this link has no target"])
    #expect(Fixture("![x]()").findings().map(\.message) == ["this image has no target"])
  }

  @Test("what is not there is called an image or a file")
  func missingFile() {
    let image = Fixture("![x](gone.png)").findings()
    #expect(image.map(\.message) == ["the image \"gone.png\" does not exist"])
    let file = Fixture("[x](gone.zip)").findings()
    #expect(file.map(\.message) == ["the file \"gone.zip\" does not exist"])
  }

  @Test("an address that is too short to name a host is not the site's own")
  func shortAddress() {
    for target in ["ab:c", "http:", "httpx", "h:"] {
      var fixture = Fixture("[x](\(target))")
      fixture.facts.secureHost = "guide.example.org"
      #expect(!fixture.findings().contains { $0.code.id == "TB-L021" })
    }
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
