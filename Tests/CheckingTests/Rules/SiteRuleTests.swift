import Diagnostics
import Testing

@testable import Checking

@Suite("Rules about navigation, redirects and what was published")
struct SiteRuleTests {
  private static let all = [
    "index.md", "few-shot.md", "guide/setup.md", "plan/index.md", "Ünder score.md", "page.md",
  ]

  static let cases = [
    GuideCase(
      "TB-S011", "a page that is nowhere", .error, help: "did you mean \"few-shot.md\"?",
      [Fixture.place(6, "few-shots.md")]
    ) { $0.navigate(to: all + ["few-shots.md"]) },
    GuideCase(
      "TB-S011", "nothing like it", help: "write a path in the content folder",
      [Fixture.place(6, "something-else.md")]
    ) { $0.navigate(to: all + ["something-else.md"]) },
    GuideCase(
      "TB-S011", "in another folder", help: "did you mean \"guide/setup.md\"?",
      [Fixture.place(6, "setup.md")]
    ) { $0.navigate(to: all + ["setup.md"]) },
    GuideCase("TB-S020", "a page that nothing leads to", .warning, at: "page.md", [nil]) {
      $0.navigate(to: all.filter { $0 != "page.md" })
    },
    GuideCase("TB-S020", "a page that only itself links to", at: "page.md", [nil]) {
      $0.pages["page.md"] = "# A page\n\n[x](page.md) [y](#a-page)\n"
      $0.navigate(to: all.filter { $0 != "page.md" })
    },
    GuideCase("TB-S021", "a page that is excluded", .warning, [Fixture.place(6, "secret.md")]) {
      $0.navigate(to: all + ["secret.md"])
    },
    GuideCase("TB-S021", "a draft", .note, [Fixture.place(6, "draft.md")]) {
      $0.navigate(to: all + ["draft.md"])
    },
    GuideCase(
      "TB-S022", "a page that is named three times", .warning,
      [Fixture.place(6, "page.md"), Fixture.place(7, "page.md")]
    ) { $0.navigate(to: all + ["page.md", "page.md"]) },
    GuideCase(
      "TB-S023", "a redirect to nothing", .error, help: "did you mean \"few-shot.md\"?",
      [Fixture.place(0, "few-shots.md")]
    ) { $0.redirect("old.md", to: "few-shots.md", .missing) },
    GuideCase(
      "TB-S023", "a redirect to an anchor of nothing", help: "did you mean \"few-shot.md\"?",
      [Fixture.place(0, "few-shots.md#mine")]
    ) { $0.redirect("old.md", to: "few-shots.md#mine", .missing) },
    GuideCase(
      "TB-S023", "a redirect to a question of nothing", help: "did you mean \"few-shot.md\"?",
      [Fixture.place(0, "few-shots.md?a=1")]
    ) { $0.redirect("old.md", to: "few-shots.md?a=1", .missing) },
    GuideCase(
      "TB-S023", "a redirect to an anchor that is not there", .error,
      help: "did you mean \"#when-to-use-it\"?", [Fixture.place(0, "few-shot.md#when-to-use")]
    ) { $0.redirect("old.md", toPage: "few-shot.md", fragment: "when-to-use") },
    GuideCase(
      "TB-S024", "a redirect to a redirect", .warning, help: "write \"few-shot.md\" instead",
      [Fixture.place(1, "old.md")]
    ) {
      $0.redirect("old.md", toPage: "few-shot.md")
      $0.redirect("older.md", to: "old.md", .redirect(0))
    },
    GuideCase(
      "TB-S024", "a redirect to a page's former place", .warning,
      help: "write \"few-shot.md\" instead", [Fixture.place(1, "old.md")]
    ) {
      $0.redirect("old.md", to: "", .page($0.index(of: "few-shot.md") ?? 0, fragment: nil))
      $0.redirect("older.md", to: "old.md", .redirect(0))
    },
    GuideCase(
      "TB-S024", "two redirects to each other", .error, help: "write a page that exists",
      [Fixture.place(0, "b.md"), Fixture.place(1, "a.md")]
    ) {
      $0.redirect("a.md", to: "b.md", .redirect(1))
      $0.redirect("b.md", to: "a.md", .redirect(0))
    },
    GuideCase("TB-S024", "a redirect to itself", .error, [Fixture.place(0, "a.md")]) {
      $0.redirect("a.md", to: "a.md", .redirect(0))
    },
    GuideCase("TB-S025", "two titles", .note, at: "page.md", [ByteRange(0, 7)]) {
      $0.pages["page.md"] = "# HOME \n"
    },
    GuideCase("TB-S025", "a title below a lesser heading", at: "page.md", [ByteRange(6, 12)]) {
      $0.pages["page.md"] = "## A\n\n# Home\n"
    },
    GuideCase("TB-S025", "a title in what the page includes", at: "page.md", [nil]) {
      $0.pages["page.md"] = "--8<-- \"part.md\"\n\n## A page\n"
      $0.snippets["part.md"] = "# Home\n"
    },
    GuideCase("TB-S025", "a title in the front matter", at: "page.md", [ByteRange(11, 15)]) {
      $0.pages["page.md"] = "---\ntitle: Home\n---\n\n# A page\n"
    },
    GuideCase("TB-S026", "two techniques with one id", .error, at: "page.md", [ByteRange(8, 9)]) {
      $0.pages["index.md"] = "---\nid: x\n---\n\n# Home\n"
      $0.pages["page.md"] = "---\nid: x\n---\n\n# A page\n"
    },
    GuideCase(
      "TB-L022", "an address that is gone", .error,
      help: "write `redirect_from: [/gone/]` into the page that stands for it now, or "
        + "run `turnbook check --update-lock` if it is gone for good",
      at: "turnbook.lock", [ByteRange(16, 22)]
    ) { $0.remember("/gone/\n/few-shot/\n") },
    GuideCase(
      "TB-L022", "a page in another folder",
      help: "if it is now guide/setup.md, write `redirect_from: [/setup/]` into its front matter",
      at: "turnbook.lock", [ByteRange(16, 23)]
    ) { $0.remember("/setup/\n") },
    GuideCase(
      "TB-L023", "a heading that is gone", .error, at: "turnbook.lock", [ByteRange(37, 42)]
    ) { $0.remember("/few-shot/\n  #mine\n  #gone\n") },
    GuideCase(
      "TB-P020", "a pattern that is gone", .error,
      help: "write `id: plan` into the page that has it now, or run "
        + "`turnbook check --update-lock` if it is gone for good",
      at: "turnbook.lock", [ByteRange(16, 21)]
    ) { $0.remember("@plan\n  variant main\n") },
    GuideCase(
      "TB-P020", "a pattern under a new id",
      help: "if it is now \"plan-ahead\", write `id: plan-ahea` into its page",
      at: "turnbook.lock", [ByteRange(16, 26)]
    ) { $0.remember("@plan-ahea\n", pattern: "{topic}") },
    GuideCase(
      "TB-P020", "a variable that was reworded",
      help: "write `variables: {topics: {aliases: [topic]}}` into the front matter, or run "
        + "`turnbook check --update-lock` if it is gone for good",
      at: "turnbook.lock", [ByteRange(45, 59)]
    ) { $0.remember("@plan-ahead\n  variant main\n  variable topic\n", pattern: "{topics}") },
    GuideCase(
      "TB-P020", "a variable beside one that was published too",
      help: "write `variables: {NEW_NAME: {aliases: [topic]}}` into the front matter, or run "
        + "`turnbook check --update-lock` if it is gone for good",
      at: "turnbook.lock", [ByteRange(30, 44)]
    ) { $0.remember("@plan-ahead\n  variable topic\n  variable topics\n", pattern: "{topics}") },
    GuideCase(
      "TB-P020", "a variant whose title was reworded",
      help: "write ```pattern {#in-short} above the block that stands for it now, or run "
        + "`turnbook check --update-lock` if it is gone for good",
      at: "turnbook.lock", [ByteRange(30, 46)]
    ) { $0.remember("@plan-ahead\n  variant in-short\n", pattern: "{topics}") },
    GuideCase(
      "TB-S027", "a name that is neither variant nor variable", .error, at: "turnbook.lock",
      [ByteRange(28, 38)]
    ) { $0.remember("@plan-ahead\n  slot x y\n", pattern: "{topics}") },
    GuideCase(
      "TB-S027", "a line that is none", .error, at: "turnbook.lock", [ByteRange(16, 23)]
    ) { $0.remember("<<<<<<<\n/few-shot/\n") },
  ]

  @Test("each fault is found at its place, and nothing else in the guide", arguments: cases)
  func faults(_ one: GuideCase) { one.verify() }

  @Test("a guide in which everything is in its place has no finding")
  func right() {
    var fixture = Fixture("# A page\n")
    fixture.navigate(to: Self.all)
    fixture.redirect("old.md", toPage: "few-shot.md", fragment: "mine")
    fixture.redirect("older.md", toPage: "few-shot.md")
    fixture.redirect("away.md", to: "https://example.org/", .external("https://example.org/"))
    fixture.redirect("away-too.md", to: "away.md", .external("https://example.org/"))
    fixture.remember("/few-shot/\n  #mine\n  #old\n  #raw\n/feed.xml\n/old/\n  #when-to-use-it\n")
    #expect(fixture.findings == [])
  }

  @Test("a page that is left out of the navigation is found by a link to it, or by its address")
  func reached() {
    for path in ["index.md", "404.md"] {
      var fixture = Fixture("# Where it went\n", at: path)
      fixture.pages["page.md"] = "# A page\n"
      fixture.navigate(to: Self.all.filter { $0 != path })
      #expect(fixture.findings == [])
    }
    var fixture = Fixture("# A page\n")
    fixture.navigate(to: Self.all.filter { $0 != "page.md" })
    fixture.pages["few-shot.md"]? += "\n[x](page.md)\n"
    #expect(fixture.findings == [])
    fixture.pages["few-shot.md"] = "---\nrelated: [page.md]\n---\n\n# Few-shot\n"
    #expect(fixture.findings == [])
  }

  @Test("a variable is kept by its alias, and a new one is no finding")
  func alias() {
    let front = "variables: {topics: {aliases: [topic]}}\n"
    var fixture = Fixture()
    fixture.remember(
      "@plan-ahead\n  variant main\n  variable topic\n", pattern: "{topics} {other}", front: front)
    #expect(fixture.findings == [])
  }

  @Test("an anchor that a redirect to the page still leads to must be there")
  func anchorBehindRedirect() {
    var fixture = Fixture("# A page\n")
    fixture.redirect("old.md", toPage: "few-shot.md")
    fixture.remember("/old/\n  #gone\n  #mine\n")
    #expect(fixture.findings.map(\.code.id) == ["TB-L023"])
  }

  @Test("every rule there is has a case that breaks it")
  func complete() {
    let tables =
      LinkRuleTests.cases + DefinitionRuleTests.cases + PageTextRuleTests.cases
      + TechniqueRuleTests.cases
    let provoked = Set(tables.map(\.code)).union(Self.cases.map(\.code))
      .union(IgnoreCommentTests.faults.map(\.code))
    #expect(provoked == Set(RuleTable.codes.map(\.id)))
  }
}
