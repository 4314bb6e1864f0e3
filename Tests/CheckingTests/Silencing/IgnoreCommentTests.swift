import Diagnostics
import Markdown
import Pages
import Testing

@testable import Checking

@Suite("Comments that silence findings")
struct IgnoreCommentTests {
  private static let comment = "<!-- turnbook-ignore TB-L001 the release makes it -->"

  @Test(
    "silence a rule on their own line, or in the block after them",
    arguments: [
      "\(comment) <a href=\"gone.md\">x</a>", "[x](gone.md) \(comment)",
      "Text \(comment) [x](gone.md) text",
      "[x](gone.md) \(comment) [y](gone-too.md)", "\(comment)\n[x](gone.md)",
      "\(comment)\n\n[x](gone.md)", "\(comment)\n\n\n[x](gone.md)\n[y](gone-too.md)\n",
      "# A [x](gone.md) \(comment)", "\(comment)\n\n# A [x](gone.md)",
      "\(comment)\n\n| a |\n|---|\n| [x](gone.md) |\n",
      "\(comment)\n\n- [x](gone.md)\n- [y](gone.md)\n",
      "\(comment)\n\n<p><a href=\"gone.md\">x</a></p>\n",
      "| a |\n|---|\n| [x](gone.md) \(comment) |\n", "- [x](gone.md) \(comment)\n",
      "- \(comment)\n\n  [x](gone.md)\n", "- \(comment)\n  [x](gone.md)\n",
      "> \(comment)\n> [x](gone.md)\n",
      "> \(comment)\n>\n> [x](gone.md)\n", "> - [x](gone.md) \(comment)\n",
      "1. \(comment)\n\n   [x](gone.md)\n",
      "!!! note\n    \(comment)\n    [x](gone.md)\n",
      "!!! note\n\n    \(comment)\n\n    [x](gone.md)\n",
      "\(comment)\n\n!!! note \"[x](gone.md)\"\n    [y](gone.md)\n",
      "??? note \"A\"\n    [x](gone.md) \(comment)\n",
      "=== \"Tab\"\n    \(comment)\n\n    [x](gone.md)\n",
      "Term\n:   [x](gone.md) \(comment)\n", "One.[^1]\n\n[^1]: [x](gone.md) \(comment)\n",
      "<div markdown>\n\(comment)\n\n[x](gone.md)\n</div>\n",
      "[x][r]\n\n\(comment)\n\n[r]: gone.md\n",
      "\(comment)\r\n\r\n[x](gone.md)\r\n",
      "<!--turnbook-ignore TB-L001: the release makes it-->\n\n[x](gone.md)",
      "<!--\nturnbook-ignore TB-L001\nthe release makes it\n-->\n\n[x](gone.md)",
      "<!-- turnbook-ignore TB-L001, TB-L014 the release makes it -->\n\n[here](gone.md)",
      "<!-- turnbook-ignore TB-L014 TB-L001 the release makes it -->\n\n[here](gone.md)",
      "\(comment) <!-- turnbook-ignore TB-L014 it is called so -->\n\n[here](gone.md)",
      "\(comment)\n<!-- turnbook-ignore TB-L014 it is called so -->\n\n[here](gone.md)",
      "> \(comment)\n> <!-- turnbook-ignore TB-L014 it is called so -->\n>\n> [here](gone.md)",
    ])
  func silence(page: String) {
    #expect(Fixture(page).findings().map(\.code.id) == [])
  }

  @Test(
    "silence nothing else",
    arguments: [
      ("\(comment)\n\n[x](gone.md)\n\n[y](«gone-too.md»)\n", ["TB-L001"]),
      ("[x](gone.md) \(comment)\n[y](«gone-too.md»)\n", ["TB-L001"]),
      ("[y](«gone-too.md»)\n[x](gone.md) \(comment)\n", ["TB-L001"]),
      ("[y](«gone-too.md»)\n\n\(comment)\n[x](gone.md)\n", ["TB-L001"]),
      ("\(comment)\n\n![x](«gone.png») [y](gone.md)\n", ["TB-L007"]),
      ("- [x](gone.md) \(comment)\n- [y](«gone-too.md»)\n", ["TB-L001"]),
      ("\(comment)\n\n- [x](gone.md)\n\n- [y](«gone-too.md»)\n", ["TB-L001"]),
      ("`\(comment)` [y](«gone-too.md»)\n", ["TB-L001"]),
      ("```\n\(comment)\n```\n[y](«gone-too.md»)\n", ["TB-L001"]),
      ("<!-- turnbook-ignored TB-L001 why -->\n[y](«gone-too.md»)\n", ["TB-L001"]),
      (
        "[x][r] \(comment)\n\n[r]: «gone.md»\n".replacing("TB-L001", with: "«TB-L001»"),
        ["TB-M025", "TB-L001"]
      ),
    ])
  func elsewhere(page: String, codes: [String]) {
    let source = MarkedSource(page)
    let found = Fixture(source.text).findings()
    #expect(found.map(\.code.id) == codes)
    #expect(found.map(\.range) == source.ranges)
  }

  static let faults = [
    RuleCase("TB-M024", "«<!-- turnbook-ignore -->»\n\nText.\n", .warning),
    RuleCase("TB-M024", "«<!-- turnbook-ignore the release makes it -->»\n\nText.\n"),
    RuleCase(
      "TB-M024", "«<!-- turnbook-ignore TB-L001 -->»\n\nText.\n", .warning),
    RuleCase("TB-M024", "«<!-- turnbook-ignore TB-L001, TB-L002 -->»\n\nText.\n"),
    RuleCase(
      "TB-M024", "<!-- turnbook-ignore «TB-L999» the release makes it -->\n\nText.\n",
      help: "did you mean \"TB-L009\"?"),
    RuleCase(
      "TB-M025", "<!-- turnbook-ignore «TB-L001» the release makes it -->\n\nText.\n",
      .warning, help: "take the comment out"),
    RuleCase(
      "TB-M025", "<!-- turnbook-ignore «TB-L001» «TB-L002» the release makes it -->\n\nText.\n",
      help: "take the code out"),
    RuleCase(
      "TB-M025", "<!-- turnbook-ignore TB-L001 «TB-L002» why -->\n\n[x](gone.md)\n",
      help: "take the code out"),
    RuleCase("TB-M025", "> <!-- turnbook-ignore «TB-L001» why -->\n\nText.\n"),
    RuleCase("TB-M025", "[x](few-shot.md) <!-- turnbook-ignore «TB-L001» why -->\n"),
    RuleCase("TB-M025", "# A\n\n- <!-- turnbook-ignore «TB-S020» why -->\n"),
  ]

  @Test(
    "are found wrong where they give no reason, no rule, or are no longer needed", arguments: faults
  )
  func wrongComments(_ one: RuleCase) { one.verify() }

  @Test("without a reason ignore nothing")
  func noReason() {
    let source = MarkedSource("«<!-- turnbook-ignore TB-L001 -->»\n\n[x](«gone.md»)\n")
    let found = Fixture(source.text).findings()
    #expect(found.map(\.code.id) == ["TB-M024", "TB-L001"])
    #expect(found.map(\.range) == source.ranges)
  }

  @Test("silence from anywhere what is about the page as a whole")
  func wholePage() {
    var fixture = Fixture(
      "# A page\n\nText.\n\n<!-- turnbook-ignore TB-S020 it is for testers -->\n")
    fixture.navigate(to: fixture.pages.keys.filter { $0 != "page.md" })
    #expect(fixture.findings == [])
    fixture.pages["plan/other.md"] = "# Another\n"
    fixture.navigate(to: fixture.pages.keys.filter { !["page.md", "plan/other.md"].contains($0) })
    #expect(fixture.findings.map(\.path) == ["plan/other.md"], "and no other page")
  }

  @Test("in a snippet silence what is found in the snippet, once for all pages that include it")
  func snippets() {
    var fixture = Fixture("--8<-- \"part.md\"\n\n[x](gone.md) \(Self.comment)\n")
    fixture.pages["second.md"] = "# Second\n\n--8<-- \"part.md\"\n"
    fixture.snippets["part.md"] = "\(Self.comment)\n\n[x](gone.md)\n"
    #expect(fixture.findings.map(\.code.id).filter { $0 != "TB-M022" } == [])
    fixture.snippets["part.md"] = "\(Self.comment)\n\nText.\n"
    #expect(
      fixture.findings.filter { $0.code.id != "TB-M022" }.map(\.path) == ["part.md"])
  }

  @Test("silence from the first byte that they cover up to the last")
  func covered() throws {
    let page = Fixture("# A\n\n\(Self.comment)\n\nText.\n\nMore.\n")
    let comments = page.catalog.pages.flatMap(\.body.ignores)
    let covered = try #require(comments.first?.covered)
    for (place, isSilenced) in [
      (covered.start - 1, false), (covered.start, true), (covered.end - 1, true),
      (covered.end, false),
    ] {
      let finding = Diagnostic(
        MissingPage.code, .error, "x", path: "page.md", range: ByteRange(place, place + 1))
      let heard = IgnoreComments(comments, over: [finding], knownCodes: [MissingPage.code.id])
      #expect(heard.diagnostics.contains(finding) == !isSilenced)
    }
  }

  @Test("are reported in the order of the text")
  func order() {
    let page = Fixture((1...9).map { "<!-- turnbook-ignore TB-L00\($0) -->\n\nText.\n\n" }.joined())
    let heard = IgnoreComments(
      page.catalog.pages.flatMap(\.body.ignores), over: [],
      knownCodes: (1...9).map { "TB-L00\($0)" })
    let starts = heard.diagnostics.compactMap(\.range?.start)
    #expect(starts.count == 9 && starts == starts.sorted())
  }

  @Test("for rules that did not run are not called needless")
  func unchecked() {
    let page = Fixture("<!-- turnbook-ignore TB-L030 it is down at night -->\n\nText.\n")
    let comments = page.catalog.pages.flatMap(\.body.ignores)
    for unchecked: Set<String> in [[], ["TB-L030"]] {
      let heard = IgnoreComments(
        comments, over: [], knownCodes: ["TB-L030"], unchecked: unchecked)
      #expect(heard.diagnostics.count == (unchecked.isEmpty ? 1 : 0))
    }
  }
}
