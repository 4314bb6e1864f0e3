import Diagnostics
import Testing

@Suite("Findings about links")
struct LinkCheckTests {
  private static let target = """
    # Few *shot*

    ## Über uns

    ## Own {#mine}

    <a id="raw"></a> <a name="old"></a> text[^1]

    [^1]: note

    === "Tab"
        text
    """

  private func findings(_ page: String) -> [Guide.Finding] {
    Guide(["page.md": page, "few.md": Self.target], files: ["p.png"]).findings(on: "page.md")
  }

  @Test(
    "a fragment that the page has is right",
    arguments: [
      "few-shot", "uber-uns", "mine", "raw", "old", "fn:1", "fnref:1", "", "top", ":~:text=note",
      "mine:~:text=note", "m%69ne",
    ])
  func rightFragments(fragment: String) {
    #expect(findings("[x](few.md#\(fragment))").isEmpty)
  }

  @Test("a fragment that the page lacks is an error that names page, fragment and the nearest")
  func wrongFragment() {
    #expect(
      findings("[x](few.md#few-shots)\n") == [
        Guide.Finding(
          code: "TB-L002", severity: .error,
          message: "few.md has nothing with the anchor \"#few-shots\"",
          help: "did you mean \"#few-shot\"?", marked: "few.md#few-shots")
      ])
    #expect(findings("[x](#nope)").map(\.code) == ["TB-L002"])
    #expect(findings("[x](#yes)\n\n# Yes\n").isEmpty)
  }

  @Test(
    "a target that is nowhere is an error where it stands",
    arguments: [
      ("[x](gone.md)", "gone.md"), ("![x](gone.png)", "gone.png"),
      ("<a href=\"gone.md\">x</a>", "gone.md"), ("<img src=\"gone.png\">", "gone.png"),
      ("<video poster='gone.png'></video>", "gone.png"),
      ("[x](<gone page.md> \"Title\")", "gone page.md"),
      ("[x][r]\n\n[r]: gone.md\n", "gone.md"),
      ("| a |\n|---|\n| [x](gone.md) |\n", "gone.md"),
      ("!!! note\n    [x](gone.md)\n", "gone.md"),
    ])
  func missing(page: String, marked: String) {
    let found = findings(page)
    #expect(found.map(\.code) == ["TB-L001"])
    #expect(found.map(\.marked) == [marked])
  }

  @Test("each picture of a srcset is looked up")
  func sourceSets() {
    let found = findings("<img src=\"p.png\" srcset=\"p.png 1x, gone.png 2x\">")
    #expect(found.map(\.code) == ["TB-L001"])
    #expect(found.first?.message.contains("\"gone.png\"") == true)
  }

  @Test(
    "what leaves the guide is not looked at",
    arguments: [
      "[x](https://example.org/gone.md)", "[x](//example.org)", "[x](mailto:a@b.c)",
      "[x](tel:+1)", "<https://example.org>", "[x](vscode://file)", "`[x](gone.md)`",
      "```\n[x](gone.md)\n```", "<!-- [x](gone.md) -->", "[x]()", "[x](data:,a)",
    ])
  func external(page: String) {
    #expect(findings(page).isEmpty)
  }

  @Test("a definition that several links use is told once")
  func once() {
    #expect(findings("[x][r] [y][r] ![z][r]\n\n[r]: gone.md\n").map(\.code) == ["TB-L001"])
  }

  @Test("a link that leaves out the extension works, and the better form is proposed")
  func withoutExtension() {
    let found = findings("[x](few#mine)")
    #expect(found.map(\.code) == ["TB-L003"])
    #expect(found.first?.severity == .note)
    #expect(found.first?.help == "write \"few.md#mine\"")
  }

  @Test("a link that works only in the published site is noted with its source form")
  func published() {
    let found = findings("[x](../few/?a=1#mine)")
    #expect(found.map(\.code) == ["TB-L004"])
    #expect(found.first?.severity == .note)
    #expect(found.first?.help == "write \"few.md?a=1#mine\"")
  }

  @Test("a link that means two pages is a warning that names both")
  func ambiguous() {
    let guide = Guide([
      "a/page.md": "[x](../plan/)", "plan/index.md": "# Outer", "a/plan.md": "# Inner",
    ])
    let found = guide.findings(on: "a/page.md")
    #expect(found.map(\.code) == ["TB-L005"])
    #expect(found.first?.severity == .warning)
    #expect(found.first?.message.contains("plan/index.md") == true)
    #expect(found.first?.message.contains("a/plan.md") == true)
    #expect(found.first?.help == "write \"../plan/index.md\" or \"plan.md\"")
    #expect(guide.target(of: "../plan/", from: "a/page.md") == "plan/index.md")
  }
}
