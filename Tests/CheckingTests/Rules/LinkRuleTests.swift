import Diagnostics
import Testing

@testable import Checking

@Suite("Rules about links")
struct LinkRuleTests {
  static let cases = [
    RuleCase("TB-L001", "[x](«few-shots.md»)", .error, help: "did you mean \"few-shot.md\"?"),
    RuleCase("TB-L001", "[x](«gone.md#part»)", .error),
    RuleCase("TB-L001", "[x][r]\n\n[r]: «gone.md» \"Title\"\n"),
    RuleCase("TB-L001", "<a href=\"«gone.md»\">x</a>"),
    RuleCase("TB-L001", "Text <a class=x href='«gone.md»'>x</a> text"),
    RuleCase("TB-L001", "| a |\n|---|\n| [x](«gone.md») |\n"),
    RuleCase("TB-L001", "!!! note \"[x](«gone.md»)\"\n    Text.\n"),
    RuleCase("TB-L001", "!!! note\n\n    - [x](«gone.md»)\n"),
    RuleCase("TB-L001", "=== \"Tab\"\n    [x](«gone.md»)\n"),
    RuleCase("TB-L001", "> - [x](«gone.md»)\n"),
    RuleCase("TB-L001", "Term\n:   [x](«gone.md»)\n"),
    RuleCase("TB-L001", "One.[^1]\n\n[^1]: [x](«gone.md»)\n"),
    RuleCase("TB-L001", "<div markdown>\n[x](«gone.md»)\n</div>\n"),
    RuleCase("TB-L001", "[x](<«gone page.md»>)"),
    RuleCase("TB-L001", "`[a](b.md)` [x](«gone.md»)"),
    RuleCase("TB-L001", "[x](«setup.md»)", help: nil),
    RuleCase(
      "TB-L001", "[Setting up](«install.md»)",
      help: "\"guide/setup.md\" has the title \"Setting up\": is it meant?"),
    RuleCase(
      "TB-L001", "[x](«www.example.org»)",
      help: "write \"https://www.example.org\" for a site of that name"),
    RuleCase(
      "TB-L001", "[x](«me@example.org»)",
      help: "write \"mailto:me@example.org\" for an address of that name"),
    RuleCase(
      "TB-L002", "[x](«few-shot.md#when-to-use»)", .error,
      help: "did you mean \"#when-to-use-it\"?"),
    RuleCase("TB-L002", "[x](«#nope»)", .error),
    RuleCase("TB-L002", "<p id=\"ü\">x</p>\n\n[x](«#u\u{308}»)", help: "did you mean \"#ü\"?"),
    RuleCase(
      "TB-L002", "[x](«few-shot.md#When-to-use-it»)", help: "did you mean \"#when-to-use-it\"?"),
    RuleCase("TB-L002", "<p id=\"\u{C5}\">x</p>\n\n[x](«#\u{212B}»)"),
    RuleCase("TB-L002", "## A {#ü}\n\n[x](#ü) [y](«#u\u{308}»)"),
    RuleCase("TB-L002", "<a href=\"«few-shot.md#nope»\">x</a>"),
    RuleCase("TB-L003", "[x](«few-shot#mine»)", .note, help: "write \"few-shot.md#mine\""),
    RuleCase(
      "TB-L004", "[x](«../few-shot/?a=1#mine»)", .note, help: "write \"few-shot.md?a=1#mine\""),
    RuleCase("TB-L006", "[x](«Few-Shot.md»)", .error, help: "write \"few-shot.md\""),
    RuleCase("TB-L006", "![x](«Turns.PNG»)", .error, help: "write \"turns.png\""),
    RuleCase("TB-L006", "[x](«Guide/setup.md»)", help: "write \"guide/setup.md\""),
    RuleCase("TB-L007", "![x](«turn.png»)", .error, help: "did you mean \"turns.png\"?"),
    RuleCase("TB-L007", "<img alt=\"x\" src=\"«gone.png»\">"),
    RuleCase("TB-L007", "<img alt='' src=\"turns.png\" srcset=\"turns.png 1x, «gone.png» 2x\">"),
    RuleCase("TB-L007", "<video poster='«gone.png»'></video>"),
    RuleCase("TB-L007", "[x](«report.pdf»)"),
    RuleCase("TB-L007", "[x](«gone.mp4»)"),
    RuleCase("TB-L007", "[x](«gone.7z»)"),
    RuleCase("TB-L007", "[x](«gone.abcde»)"),
    RuleCase("TB-L001", "[x](«gone.abcdef»)"),
    RuleCase("TB-L001", "[x](«gone.a-b»)"),
    RuleCase("TB-L001", "[x](«gone.»)"),
    RuleCase("TB-L001", "[x](«gone.html»)"),
    RuleCase("TB-L008", "[x](«guide/»)", .error),
    RuleCase("TB-L008", "[x](«guide»)", .error),
    RuleCase("TB-L009", "[x](«../LICENSE.md»)", .error),
    RuleCase("TB-L009", "[x](«../LICENSE.md#a»)"),
    RuleCase("TB-L009", "[x](«../LICENSE.md?a=1»)"),
    RuleCase("TB-L010", "[x](«draft.md»)", .error),
    RuleCase("TB-L010", "[x](«draft»)", .error),
    RuleCase("TB-L010", "[x](«secret.md»)", .error),
    RuleCase("TB-L010", "[x](«_drafts/idea.md»)", .error),
    RuleCase(
      "TB-L011", "[x](«/guide/few-shot.md»)", .error,
      help: "there is one of that name elsewhere: write \"/few-shot.md\""),
    RuleCase("TB-L012", "[x](«»)", .warning),
    RuleCase("TB-L012", "[](«few-shot.md»)", .warning),
    RuleCase("TB-L012", "[ ](«few-shot.md»)"),
    RuleCase("TB-L013", "[x](«few-shot.html»)", help: "write the page's source, \"few-shot.md\""),
    RuleCase(
      "TB-L013", "[x](«few-shot/index.html»)", .error,
      help: "write the page's source, \"few-shot.md\""),
    RuleCase("TB-L013", "[x](«../few-shot/index.html»)", .warning, help: "write \"few-shot.md\""),
    RuleCase("TB-L014", "Click [here](«few-shot.md»).", .note),
    RuleCase("TB-L014", "Click [**Read more…**](«https://example.org»).", .note),
    RuleCase("TB-L019", "![x](«few-shot.md»)", .error),
    RuleCase("TB-L020", "[x](«htps://example.org»)", .error, help: "write \"https://example.org\""),
    RuleCase("TB-L020", "[x](«https:/example.org»)", .error),
    RuleCase("TB-L020", "[x](«https://»)", .error),
    RuleCase("TB-L020", "[x](«http://example.org:port/»)", .error),
    RuleCase("TB-M023", "![](«turns.png»)", .warning),
    RuleCase(
      "TB-L005", "[x](«plan/»)", .warning, help: "write \"plan/index.md\" or \"page/plan.md\""
    ) {
      $0.pages["page/plan.md"] = "# Inner"
    },
    RuleCase("TB-L021", "[x](«http://Guide.example.org/a») [y](http://example.org)", .warning) {
      $0.facts.secureHost = "guide.example.org"
    },
  ]

  @Test(
    "each fault is found once, exactly where it stands, and says what to write", arguments: cases)
  func faults(_ one: RuleCase) { one.verify() }

  @Test(
    "what is right is not reported",
    arguments: [
      "[x](few-shot.md)", "[x](./few-shot.md)", "[x](/few-shot.md)", "[x](few-shot.md?a=b)",
      "[x](few-shot.md#when-to-use-it)", "[x](few-shot.md#uber-uns)", "[x](few-shot.md#mine)",
      "[x](few-shot.md#raw)", "[x](few-shot.md#old)", "[x](few-shot.md#fn:1)",
      "[x](few-shot.md#fnref:1)", "[x](few-shot.md#)", "[x](few-shot.md#top)", "[x](#top)",
      "[x](#)", "[x](few-shot.md#:~:text=note)", "[x](few-shot.md#mine:~:text=note)",
      "[x](few-shot.md#m%69ne)", "[x](few-shot.md#tab-1-1)", "# Yes\n\n[x](#yes)",
      "<p id=\"ü\"></p>\n\n[x](#%C3%BC) [y](#ü)", "<p id=\"a%20b\">x</p>\n\n[x](#a%20b)",
      "[x](plan/)", "[x](plan)/", "[x](plan/index.md)", "[x](%C3%9Cnder%20score.md)",
      "[x](<Ünder score.md>)", "[x](Ünder%20score.md)", "[x](<my file.pdf>)", "[x](my%20file.pdf)",
      "![x](turns.png)", "[x](files/report.pdf#page=2)", "[x](feed.xml)",
      "<img src=\"turns.png\" alt=\"\">",
      "<img src=\"turns.png\" srcset=\"turns.png 2x\" alt=\"x\">",
      "[x](https://example.org/gone.md)", "[x](//example.org)", "[x](mailto:a@b.c)", "[x](tel:+1)",
      "<https://example.org>", "https://example.org", "[x](vscode://file)", "[x](data:,a)",
      "[x](http://[::1]:80/)", "[x](https://user@example.org/)", "[x](ftp://example.org)",
      "`[x](gone.md)`", "```\n[x](gone.md)\n```", "    [x](gone.md)", "<!-- [x](gone.md) -->",
      "<!--\n[x](gone.md)\n-->", "\\[x](gone.md)", "[x\\](gone.md)", "[Topic]",
      "[ ] (not a link)", "<code>[x]</code>", "<script>let a = '<a href=\"gone.md\">'</script>",
      "| a |\n|---|\n| [x](few-shot.md) |", "!!! note\n    [x](few-shot.md#mine)",
      "=== \"Tab\"\n    ![x](turns.png)", "<div markdown>\n[x](few-shot.md)\n</div>",
      "[![x](turns.png)](few-shot.md)", "[the details here](few-shot.md)",
      "<a name=\"x\"></a>[y](#x)", "[x](&Uuml;nder%20score.md)",
      "<a href=\"&Uuml;nder%20score.md\">x</a>", "<p id=\"caf&eacute;\">x</p>",
      "<a id=\"x\" name=\"x\"></a>[y](#x)", "<input name=\"q\"> <input name=\"q\">",
      "[x](few-shot.md \"here\")", "[`here`s](few-shot.md)",
    ])
  func rightLinks(page: String) {
    #expect(Fixture(page).findings() == [])
  }

  @Test("a definition that several links use is reported once")
  func sharedDefinition() {
    let source = MarkedSource("[x][r] [y][r]\n\n[r]: «gone.md»\n")
    #expect(Fixture(source.text).findings().map(\.range) == source.ranges)
  }

  @Test("a link that means two pages is a warning that names both")
  func ambiguous() {
    var fixture = Fixture("[x](../plan/)", at: "a/page.md")
    fixture.pages["a/plan.md"] = "# Inner"
    let found = fixture.findings(on: "a/page.md")
    #expect(found.map(\.code.id) == ["TB-L005"])
    #expect(found.first?.severity == .warning)
    #expect(found.first?.message.contains("plan/index.md") == true)
    #expect(found.first?.message.contains("a/plan.md") == true)
    #expect(found.first?.help == "write \"../plan/index.md\" or \"plan.md\"")
  }

  @Test("http to the site's own host is reported where the site is https, and nowhere else")
  func ownHost() {
    let source = MarkedSource("[x](«http://Guide.example.org/a») [y](http://example.org)")
    var fixture = Fixture(source.text)
    #expect(fixture.findings() == [])
    fixture.facts.secureHost = "guide.example.org"
    #expect(fixture.findings().map(\.code.id) == ["TB-L021"])
    #expect(fixture.findings().map(\.range) == source.ranges)
    #expect(fixture.mended().contains("(https://Guide.example.org/a)"))
  }

  @Test("empty words are known in English only")
  func otherLanguages() {
    var fixture = Fixture("[here](few-shot.md)")
    fixture.facts.isEnglish = false
    #expect(fixture.findings() == [])
  }
}
