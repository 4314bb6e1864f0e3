import Patterns
import Testing

@Suite("Pitfalls as pages have them")
struct PitfallTests {
  @Test(
    "say problem and fix in each form",
    arguments: [
      "!!! warning \"Drift\"\n    **Problem:** It\n    wanders.\n\n    **Fix:** Say the goal.",
      "??? warning \"Drift\"\n    **Problem**: It wanders.\n    **Fix**: Say the goal.",
      "> [!WARNING]\n> **Problem:** It wanders.\n> **Fix:** Say the goal.",
      "- **Drift** — **Problem:** It wanders. **Fix:** Say the goal.",
      "- **Drift**\n\n    **Problem:** It wanders.\n\n    **Fix:** Say the goal.",
      "- Drift. **Problem:** It wanders. **Fix:** Say the goal.",
      "### Drift\n\n**Problem:** It wanders.\n\n**Fix:** Say the goal.",
    ])
  func forms(form: String) throws {
    let page = PageText("# A\n\n## Pattern\n\n```text\n{x}\n```\n\n## Common Pitfalls\n\n\(form)\n")
    let pitfalls = try #require(page.pattern).pitfalls
    #expect(pitfalls.count == 1)
    let pitfall = try #require(pitfalls.first)
    #expect(["Drift", "Drift.", "Warning"].contains(pitfall.title), "\(pitfall.title)")
    #expect(pitfall.severity == "warning")
    #expect(pitfall.problem == "It wanders.")
    #expect(pitfall.fix == "Say the goal.")
    #expect(pitfall.text == nil)
  }

  @Test("without both labels are text, and those of the front matter come last")
  func text() throws {
    let page = PageText(
      """
      ---
      pitfalls:
        - {title: Haste, problem: No time., severity: danger}
      ---

      # A

      ## Pattern

      ```text
      {x}
      ```

      ## Pitfalls

      - **Drift**: it wanders, `often`.
      """)
    #expect(
      page.pattern?.pitfalls == [
        Pattern.Pitfall(title: "Drift", severity: "warning", text: "it wanders, often."),
        Pattern.Pitfall(title: "Haste", severity: "danger", problem: "No time."),
      ])
  }
}
