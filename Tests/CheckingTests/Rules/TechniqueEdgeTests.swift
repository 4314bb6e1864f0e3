import Diagnostics
import Markdown
import Pages
import PatternExtraction
import Testing

@testable import Checking

/// Technique pages right beside those where a rule begins or ends.
@Suite("Edges of rules about technique pages")
struct TechniqueEdgeTests {
  @Test(
    "a page that does not say what it is has the contract of a technique with a block in its pattern",
    arguments: [
      ("", "## The Pattern\n\n```text\nThink of {x}.\n```\n", true),
      ("", "## The Pattern\n\n```json\n{}\n```\n", true),
      (
        "", "## Setup\n\n```json\n{}\n```\n\n## The Pattern\n\n### More\n\n```json\n{}\n```\n", true
      ),
      ("", "## Setup\n\n```json\n{}\n```\n\n## The Pattern\n\nText.\n", false),
      ("", "## The Pattern\n\nText.\n\n## Setup\n\n```json\n{}\n```\n", false),
      ("", "## The Pattern\n\nText.\n", false), ("", "```json\n{}\n```\n", false),
      ("pattern: false", "## The Pattern\n\n```json\n{}\n```\n", false),
      ("pattern: false", "```json\n{}\n```\n", false), ("pattern: false", "Text.\n", false),
      ("kind: page", "## The Pattern\n\n```json\n{}\n```\n", false),
      ("kind: technique", "Text.\n", true),
    ])
  func contract(front: String, body: String, isTechnique: Bool) {
    var fixture = Fixture("---\n\(front)\n---\n\n# A\n\n" + body)
    fixture.settings.requiredSections = ["Sources"]
    #expect(fixture.findings().contains { $0.code.id == "TB-P001" } == isTechnique)
  }

  @Test(
    "a section of one's own is found by its name, letter case, space and a question mark aside",
    arguments: [
      ("Own Part", "own part", true), ("Own Part", "OWN  Part?", true),
      ("own part?", "Own Part", true),
      ("Übersicht", "übersicht", true), ("Own Part", "Own Parts", false),
      ("Own Part", "Part", false),
      ("Own@Part", "Own`Part", false), ("Übersicht", "Ubersicht", false),
    ])
  func ownSection(name: String, heading: String, isThere: Bool) {
    var fixture = Fixture("---\nkind: technique\n---\n\n# A\n\n## \(heading)\n\nText.\n")
    fixture.settings.requiredSections = [name]
    #expect(fixture.findings().contains { $0.code.id == "TB-P001" } == !isThere)
  }

  @Test("a section ends at the next heading of its level or above, and knows whether it has parts")
  func sections() {
    let page = "# A\n\n## B\n\n### C\n\n### D\n\n## E\n\n# F\n"
    let body = Fixture(page).catalog.pages.first { $0.path == "page.md" }?.body
    let all = body.map { Sections($0, names: SectionNames()).all } ?? []
    #expect(all.map(\.heading.text) == ["A", "B", "C", "D", "E", "F"])
    #expect(all.map(\.hasParts) == [true, true, false, false, false, false])
    let starts = all.map(\.html.lowerBound) + [body?.html.count ?? 0]
    #expect(all.map { starts.firstIndex(of: $0.html.upperBound) } == [5, 4, 3, 4, 5, 6])
  }

  /// A technique page from which nothing is taken, with these pitfalls.
  private func codes(pitfalls: String, names: SectionNames, heading: String) -> [String] {
    var fixture = Fixture(
      "---\nkind: technique\npattern: false\n---\n\n# A\n\n**Fix:** x **Problem:** x **Lösung:** x\n\n"
        + "## \(heading)\n\n\(pitfalls)\n\n## Other\n\n**Fix:** x **Problem:** x\n")
    fixture.names = names
    fixture.settings.requiredSections = []
    return fixture.findings().map(\.code.id).filter { $0 == "TB-P004" }
  }

  @Test(
    "a pitfall says both problem and fix on a page without a pattern too",
    arguments: [
      ("- **Problem:** it guesses. **Fix:** ask.", true),
      ("- **problem:** it guesses. **Solution**: ask.", true),
      ("- **Problem:** it guesses.", false), ("- **Fix:** ask.", false), ("Text.", false),
      ("- **Problem:** it guesses. **Lösung:** ask.", false),
    ])
  func pitfalls(text: String, isComplete: Bool) {
    let found = codes(pitfalls: text, names: SectionNames(), heading: "Common Pitfalls")
    #expect(found == (isComplete ? [] : ["TB-P004"]))
  }

  @Test(
    "pitfalls of the front matter count, with a pattern and without",
    arguments: [
      ("problem: It guesses.\n    fix: Ask.", true), ("problem: It guesses.", false),
      ("fix: Ask.", false),
    ])
  func declaredPitfalls(keys: String, isComplete: Bool) {
    for pattern in ["pattern: false\n", ""] {
      var fixture = Fixture(
        "---\nkind: technique\n\(pattern)pitfalls:\n  - title: Haste\n    \(keys)\n---\n\n# A\n\n"
          + "## Common Pitfalls\n\nText.\n")
      fixture.settings.requiredSections = []
      #expect(fixture.findings().contains { $0.code.id == "TB-P004" } == !isComplete)
    }
  }

  @Test("problem and fix belong to one pitfall")
  func onePitfall() {
    let pitfalls = "- **Haste** **Problem:** it guesses.\n- **Waste** **Fix:** ask."
    let page = TechniqueRuleTests.good.replacing(
      "- **Haste** **Problem:** it guesses. **Fix:** ask for steps.", with: pitfalls)
    #expect(Fixture(page).findings().map(\.code.id) == ["TB-P004"])
  }

  @Test(
    "problem and fix are known in the language of the guide",
    arguments: [
      ("- **Problem:** Es rät. **Lösung:** Frag.", true),
      ("- **Problem:** Es rät. **Abhilfe:** Frag.", true), ("- **Problem:** Es rät.", false),
      ("- **Lösung:** Frag.", false),
    ])
  func germanPitfalls(text: String, isComplete: Bool) {
    let found = codes(pitfalls: text, names: SectionNames(language: "de"), heading: "Fallstricke")
    #expect(found == (isComplete ? [] : ["TB-P004"]))
  }

  @Test(
    "an example is known in the language of the guide, by its block, its heading or its label",
    arguments: [
      ("**Ausgefülltes Beispiel:**\n\n```text\nDenk an Regen.\n```\n", true),
      ("**Ausgefülltes Beispiel:** Denk an Regen.\n", true),
      ("Hier ein Beispiel:\n\n```text\nDenk an Regen.\n```\n", true),
      ("Hier ein Baum:\n\n```text\nDenk an Regen.\n```\n", false),
      ("## Praxisbeispiele\n\n```text\nDenk an Regen.\n```\n", true),
      ("## Ein Beispiel\n\n```json\n{}\n```\n", true),
      ("## An example\n\n```json\n{}\n```\n", true), ("**Example:** Denk an Regen.\n", true),
      ("## Praxisbeispiele\n\nText.\n", false), ("**Hinweis:** Denk an Regen.\n", false),
      ("## Hinweis\n\n```json\n{}\n```\n", false), ("", false),
    ])
  func examples(text: String, isShown: Bool) {
    var fixture = Fixture(
      "---\nkind: technique\n---\n\n# A\n\n## Das Muster\n\n```text\nDenk an {thema}.\n```\n\n"
        + text)
    fixture.names = SectionNames(language: "de")
    fixture.settings.requiredSections = []
    let found = fixture.findings().map(\.code.id).filter { $0 == "TB-P003" }
    #expect(found == (isShown ? [] : ["TB-P003"]))
  }
}
