import Commands
import Testing

@Suite("Manual pages")
struct ManualPageTests {
  @Test("the program and each of its commands have a page")
  func names() {
    #expect(
      Program.sample.manualPages.map(\.fileName) == [
        "guide.1", "guide-build.1", "guide-new.1", "guide-new-technique.1", "guide-new-page.1",
        "guide-copy.1", "guide-shell.1",
      ])
  }

  @Test("a page has its sections in the order that man(7) names")
  func sections() throws {
    let page = try #require(Program.sample.manualPages.first)
    #expect(
      page.text.split(separator: "\n").filter { $0.hasPrefix(".SH ") } == [
        ".SH NAME", ".SH SYNOPSIS", ".SH DESCRIPTION", ".SH COMMANDS", ".SH FLAGS",
        ".SH EXIT STATUS", ".SH EXAMPLES", ".SH SEE ALSO",
      ])
  }

  @Test("text that roff would obey or change is escaped")
  func escaping() throws {
    let command = CommandSpec(
      "x", "Summary",
      description: """
        .SH is no heading here

        'is no request, C:\\n is no escape, a-b `c` ^ ~ "d" é 🎉 stay
        """)
    let page = try #require(Program(command, version: #"1 "beta""#).manualPages.first)
    #expect(page.text.contains("\n\\&.SH is no heading here\n"))
    #expect(page.text.contains(#"\(aqis no request, C:\en is no escape, "#))
    #expect(page.text.contains(#"a\-b \(gac\(ga \(ha \(ti "d" \[u00E9] \[u1F389] stay"#))
    #expect(page.text.hasPrefix(#".TH "X" "1" "" "x 1 \(dqbeta\(dq" "x manual""#))
  }

  @Test("groff reads every page without a warning", .needs("groff"))
  func warnings() throws {
    let groff = try #require(InstalledTool("groff"))
    for page in Program.sample.manualPages {
      let outcome = try groff.run(
        ["-man", "-ww", "-Tutf8", "-P-cbou", page.fileName], files: [page.fileName: page.text])
      #expect(outcome.errors == "")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("SYNOPSIS"))
    }
  }

  @Test("a flag is shown as it is typed", .needs("groff"))
  func shown() throws {
    let groff = try #require(InstalledTool("groff"))
    let page = try #require(Program.sample.manualPages.first { $0.fileName == "guide-build.1" })
    let outcome = try groff.run(["-man", "-Tutf8", "-P-cbou", "p"], files: ["p": page.text])
    #expect(outcome.output.contains("-o DIR, --output DIR\n"))
    #expect(outcome.output.contains("--color, --no-color\n"))
    #expect(outcome.output.contains("Print problems as NAME: text, json, it's."))
  }
}
