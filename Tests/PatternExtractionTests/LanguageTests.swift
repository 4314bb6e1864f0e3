import Pages
import PatternExtraction
import Patterns
import Testing

@Suite("Pages in other languages")
struct LanguageTests {
  private static let german = """
    # Gedankenkette

    ## Wann man es verwendet

    - Bei Rechnungen

    ## Das Muster

    ```text
    Denke über {Thema} nach.
    ```

    Ausgefülltes Beispiel:

    ```text
    Denke über Regen nach.
    ```

    ## Häufige Fehler

    !!! warning "Eile"
        **Problem:** Das Modell rät.

        **Lösung:** Bitte um Schritte.

    ## Verwandte Techniken

    - [Wenige Beispiele](few.md) — mit Vorbildern
    """

  @Test("have their sections and labels read by the words of the language")
  func german() throws {
    let page = PageText(Self.german, names: SectionNames(language: "de-AT"))
    #expect(page.codes == [])
    let pattern = try #require(page.pattern)
    #expect(pattern.whenToUse == ["Bei Rechnungen"])
    #expect(pattern.variables.map(\.name) == ["thema"])
    #expect(pattern.variables.map(\.example) == ["Regen"])
    #expect(pattern.pitfalls.map(\.problem) == ["Das Modell rät."])
    #expect(pattern.pitfalls.map(\.fix) == ["Bitte um Schritte."])
    #expect(pattern.related.map(\.note) == ["mit Vorbildern"])
    #expect(PageText(Self.german).pattern == nil, "not by those of another")
  }

  @Test("keep the English words, and full-width colons are colons")
  func chinese() throws {
    let text = """
      # 思维链

      ## The Pattern

      ```text
      想想{主题}。
      ```

      示例（main）：

      ```text
      想想雨。
      ```

      ## 常见误区

      - **太急** **问题：** 它会猜。 **解决方法：** 请它分步。
      """
    let page = PageText(text, names: SectionNames(language: "zh"))
    let pattern = try #require(page.pattern)
    #expect(page.codes == [])
    #expect(pattern.variables.map(\.example) == ["雨"])
    #expect(pattern.pitfalls.map(\.fix) == ["请它分步。"])
  }

  @Test("can call their sections and labels what they like")
  func configured() throws {
    var names = SectionNames()
    names.name(["The Recipe"], .pattern)
    names.name(["Cure"], .fix)
    names.name(["On the plate"], .example)
    let text = """
      # Soup

      ## the recipe?

      ```text
      Cook {what}.
      ```

      On the plate:

      ```text
      Cook soup.
      ```

      ## Pitfalls

      - **Salt** **Problem:** too much. **Cure:** water.
      """
    let pattern = try #require(PageText(text, names: names).pattern)
    #expect(pattern.variables.map(\.example) == ["soup"])
    #expect(pattern.pitfalls.map(\.fix) == ["water."])
  }

  @Test(
    "no name of one language means two sections of it",
    arguments: ["de", "es", "fr", "it", "ja", "nl", "pt", "zh"])
  func unambiguous(language: String) {
    let names = SectionNames(language: language)
    for section in SectionNames.Section.allCases {
      #expect(names.section(named: names.heading(of: section)) == section)
      #expect(names.heading(of: section) != SectionNames().heading(of: section))
    }
  }
}
