import Diagnostics
import Testing

@testable import Checking

/// Guides right beside those where a rule begins or ends.
@Suite("Edges of rules about guides as a whole")
struct SiteEdgeTests {
  /// What is written into the navigation in place of an entry; nil where nothing is proposed.
  private func fix(
    of written: String, length: Int? = nil, _ change: (inout Fixture) -> Void = { _ in }
  ) -> Fix? {
    var fixture = Fixture()
    change(&fixture)
    fixture.navigate(to: [written])
    if let length { fixture.facts.navigation[0].range = ByteRange(0, length) }
    return fixture.findings.first { $0.code.id == "TB-S011" }?.fix
  }

  @Test("an entry of the navigation is mended where one page alone can have been meant")
  func sureEntries() {
    #expect(fix(of: "Few-Shot.md")?.isSafe == true)
    #expect(fix(of: "Few-Shot.md")?.edits.map(\.replacement) == ["few-shot.md"])
    #expect(fix(of: "setup.md")?.isSafe == true)
    // Quoted, or with an escape: the bytes are not the path alone.
    #expect(fix(of: "Few-Shot.md", length: 13)?.isSafe == false)
    #expect(fix(of: "few-shots.md")?.isSafe == false)
    let twin = fix(of: "setup.md") { $0.pages["other/setup.md"] = "# Other\n" }
    #expect(twin?.isSafe == false)
    #expect(fix(of: "something-else.md") == nil)
  }

  @Test("a redirect to a redirect says whether it arrives")
  func chains() {
    var fixture = Fixture("# A page\n")
    fixture.redirect("old.md", toPage: "few-shot.md")
    fixture.redirect("older.md", to: "old.md", .redirect(0))
    fixture.redirect("round.md", to: "round.md", .redirect(2))
    #expect(
      fixture.findings.map(\.message) == [
        "the redirect from \"older.md\" leads to another redirect",
        "the redirect from \"round.md\" leads in a circle",
      ])
  }

  @Test(
    "a path that YAML could read as something else is not written into the navigation",
    arguments: [
      ("a-b_c.D9", true), ("azAZ09", true), ("a b", false), ("a:b", false), ("a@b", false),
      ("a[b", false), ("a`b", false), ("a{b", false), ("ü", true), ("a#b%c", true), ("a,b", false),
      ("a\u{2028}b", false), ("a\u{85}b", false), ("a\u{A0}b", false), ("'a'", false),
    ])
  func plainEntries(name: String, isPlain: Bool) {
    let proposed = fix(of: "one/\(name).md") { $0.pages["two/\(name).md"] = "# Other\n" }
    #expect(proposed?.edits.map(\.replacement) == (isPlain ? ["two/\(name).md"] : nil))
  }
}
