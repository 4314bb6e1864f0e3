import Diagnostics
import Testing

@testable import Checking

/// What is proposed in place of a link that leads nowhere, and what is not.
@Suite("Edges of suggestions")
struct SuggestionEdgeTests {
  private func help(
    _ page: String, at path: String = "page.md", _ change: (inout Fixture) -> Void = { _ in }
  ) -> [String?] {
    var fixture = Fixture(page, at: path)
    change(&fixture)
    return fixture.findings(on: path).map(\.help)
  }

  @Test("a name that is nearly right is found in other folders by its first letter")
  func nearElsewhere() {
    #expect(help("[x](setups.md)") == ["did you mean \"guide/setup.md\"?"])
    #expect(help("[x](jetup.md)") == [Self.nothing])
  }

  private static let nothing = "write the path of a page in the content folder, seen from this page"

  @Test("an ending is no likeness, and none at all no difference")
  func endings() {
    #expect(help("[x](few-shots)") == ["did you mean \"few-shot.md\"?"])
    #expect(help("[x](LICENCE.md)") { $0.files.append("LICENSE") } == ["did you mean \"LICENSE\"?"])
    #expect(help("[x](turms.md)") == [Self.nothing])
    #expect(help("[x](few-shots.zip)").first??.contains("few-shot") == false)
  }

  @Test("a page elsewhere is found by its name without its ending, and not for an image")
  func elsewhere() {
    let words = "there is one of that name elsewhere: write \"guide/setup.md\""
    #expect(help("[x](setup)") == [words])
    #expect(help("[x](setup.md)") == [words])
    let file = "write the path of a file in the content folder, seen from this page"
    #expect(help("![x](Few-Shot.md)") == [file])
    #expect(help("![x](setup.md)") == [file])
  }

  @Test("a title is found by the text of a link, whatever marks are in it")
  func titles() {
    for (title, text) in [
      ("Setting up", "**Setting** up"), ("Q&A", "Q&A"), ("1 < 2 > 0", "1 < 2 > 0"),
      ("Say \"no\"", "Say  \"*no*\""), ("&lt;", "&amp;lt;"),
    ] {
      let found = help("[\(text)](gone.md)") {
        $0.pages["guide/setup.md"] = "# \(title.replacing("&", with: "&amp;"))\n"
      }
      #expect(found == ["\"guide/setup.md\" has the title \"\(title)\": is it meant?"])
    }
  }

  @Test("a folder is known that holds folders alone")
  func outerFolder() {
    RuleCase("TB-L008", "[x](«deep/»)") { $0.pages["deep/er/still/x.md"] = "# X\n" }.verify()
    RuleCase("TB-L008", "[x](«deep/er»)") { $0.pages["deep/er/still/x.md"] = "# X\n" }.verify()
  }

  @Test("a near name is looked for among 500 at most", arguments: [500, 501])
  func manyNames(count: Int) {
    let found = help("![x](many/nearly.png)") {
      $0.files += (1..<count).map { "many/\($0).bin" } + ["many/nearlx.png"]
      $0.files += (1..<count).map { "other/n\($0).bin" }
    }
    #expect(
      found == [
        count > 500
          ? "write the path of a file in the content folder, seen from this page"
          : "did you mean \"many/nearlx.png\"?"
      ])
  }

  @Test(
    "a page is found by its former address, however that is spelled",
    arguments: [
      ("old/place.md", "old/place.md"), ("/old/place/", "old/place.md"), ("old/place", "old/place"),
      ("old/place.html", "old/place.md"), ("old/place.md", "old/place.html"),
      ("old/place/index.html", "old/place/"), ("old/place/index.md", "old/place.md"),
      ("old/place/", "old/place/index.md"), ("./old/place.md", "old/place/index.html"),
    ])
  func former(from: String, target: String) {
    let found = help("[x](\(target))") {
      $0.pages["moved.md"] = "---\nredirect_from: ['\(from)']\n---\n# Moved\n"
    }
    #expect(found == ["it has moved: write \"moved.md\""])
  }
}
