import Diagnostics
import Testing

@testable import Checking

@Suite("Links in text that pages include")
struct SnippetEdgeTests {
  @Test("a page that another includes is not mended for the sake of one, any other page is")
  func includedPages() {
    var fixture = Fixture("--8<-- \"shared.md\"\n\n[x](Few-Shot.md)\n")
    fixture.pages["shared.md"] = "[y](Few-Shot.md)\n"
    fixture.snippets["shared.md"] = fixture.pages["shared.md"]
    #expect(fixture.mended() == "--8<-- \"shared.md\"\n\n[x](few-shot.md)\n")
    #expect(fixture.mended("shared.md") == fixture.pages["shared.md"])
    fixture.pages["page.md"] = "[x](Few-Shot.md)\n"
    #expect(fixture.mended("shared.md") == "[y](few-shot.md)\n")
  }

  @Test(
    "empty words are found where they stand, wherever the target of the link is defined",
    arguments: [
      ("Click [here]«[r]».\n\n[r]: few-shot.md\n", ""),
      ("--8<-- \"part.md\"\n\nClick [here]«[r]».\n", "[r]: few-shot.md\n"),
      ("--8<-- \"part.md\"\n\n[r]: few-shot.md\n", "Click [here]«[r]».\n"),
      ("Text.\n\n--8<-- \"part.md\"\n", "Click [here]«[r]».\n\n[r]: few-shot.md\n"),
      ("--8<-- \"part.md\"\n", "Click [here](«few-shot.md»).\n"),
    ])
  func vague(page: String, snippet: String) {
    let isInPage = page.contains("«")
    let source = MarkedSource(isInPage ? page : snippet)
    var fixture = Fixture(isInPage ? source.text : page)
    fixture.snippets["part.md"] = isInPage ? snippet : source.text
    let found = fixture.findings.filter { $0.code.id == "TB-L014" }
    #expect(found.map(\.path) == [isInPage ? "page.md" : "part.md"])
    #expect(found.map(\.range) == source.ranges)
  }
}
