import Diagnostics
import Testing

@testable import Checking

@Suite("Rules about technique pages")
struct TechniqueRuleTests {
  private static let description =
    "Gives a model a few examples of what is wanted, so that it does the same."

  /// A technique page to which nothing is to be said.
  static let good = """
    ---
    kind: technique
    description: \(description)
    platforms: [claude]
    ---

    # Chain of thought

    ## What It Is

    ## When to Use It

    ## The Pattern

    ```text
    Think about {topic}.
    ```

    **Filled-in example:**

    ```text
    Think about rain.
    ```

    ## Common Pitfalls

    - **Haste** **Problem:** it guesses. **Fix:** ask for steps.

    ## Related Techniques

    - [Few-shot](few-shot.md)

    """

  /// The page with one piece of it changed; marks may stand in what is put in.
  private static func page(_ old: String, _ new: String) -> String {
    precondition(good.contains(old), "the page has no \(old)")
    return good.replacing(old, with: new)
  }

  static let cases = [
    RuleCase(
      "TB-P001", page("## What It Is\n", ""), .warning,
      help: "add a heading of that name, or change `check: sections` in turnbook.yml"),
    RuleCase(
      "TB-P001", page("## When to Use It", "«## When to Use Them»"), .warning,
      help: "is it \"When to Use Them\"? Then call it \"When to Use It\""),
    RuleCase("TB-P001", good) { $0.settings.requiredSections = ["What It Is", "Sources"] },
    RuleCase(
      "TB-P002",
      page("## The Pattern\n\n```text\nThink about {topic}.\n```\n", "«## The Pattern»\n\nThink.\n")
        .replacing("**Filled-in example:**", with: "## Examples in Practice"), .warning),
    RuleCase(
      "TB-P002",
      page("## The Pattern\n\n```text\nThink", "«## The Pattern»\n\n```markdown\nThink"), .warning,
      help: "`turnbook patterns page.md --explain` says why no block was taken"),
    RuleCase("TB-P003", page("**Filled-in example:**", "**Filled in:**"), .warning),
    RuleCase(
      "TB-P004",
      page("## Common Pitfalls", "«## Common Pitfalls»")
        .replacing(" **Fix:** ask for steps.", with: ""), .warning),
    RuleCase(
      "TB-P004",
      page("## Common Pitfalls", "«## Common Pitfalls»")
        .replacing("**Problem:** ", with: "")),
    RuleCase("TB-P005", page("platforms: [claude]\n", ""), .warning) {
      $0.facts.declaresPlatforms = true
    },
    RuleCase("TB-P006", page("description: \(description)\n", ""), .warning),
    RuleCase("TB-P006", page(description, "«Too short.»"), .note),
    RuleCase(
      "TB-P006", page(description, "«\(String(repeating: "a", count: 251))»"), .note,
      help: "write 30 to 250 characters"),
    RuleCase(
      "TB-P007", page("---\n\n#", "related: [«few-shots.md»]\n---\n\n#"), .error,
      help: "did you mean \"few-shot.md\"?"),
    RuleCase("TB-P007", page("---\n\n#", "related:\n  - page: «few-shot.md#nope»\n---\n\n#")),
    RuleCase(
      "TB-P007", page("---\n\n#", "related: [«draft.md»]\n---\n\n#"),
      help: "take the link or `draft: true` out, or build with --drafts"),
    RuleCase(
      "TB-P008", page("[Few-shot](few-shot.md)", "[Zero-shot](«zero-shot.md»)"), .note,
      help: "add a link back to its section \"Related Techniques\""
    ) {
      $0.pages["zero-shot.md"] = "# Zero\n\n## Related Techniques\n\n- [Few-shot](few-shot.md)\n"
    },
    RuleCase("TB-P008", page("---\n\n#", "related: [«zero-shot.md»]\n---\n\n#")) {
      $0.pages["zero-shot.md"] = "---\nrelated: [few-shot.md]\n---\n\n# Zero\n"
    },
  ]

  @Test("each fault is found where it stands, and nothing else", arguments: cases)
  func faults(_ one: RuleCase) { one.verify() }

  @Test(
    "what is right is not reported",
    arguments: [
      good,
      good.replacing("## What It Is", with: "### what  it IS"),
      good.replacing("## When to Use It", with: "## When to use"),
      good.replacing("## The Pattern", with: "## Patterns"),
      good.replacing("## The Pattern", with: "## Pattern")
        .replacing("## Common Pitfalls", with: "## Common Mistakes")
        .replacing("**Fix:**", with: "**Solution:**"),
      good.replacing("**Filled-in example:**", with: "## Examples in Practice"),
      good.replacing("**Problem:**", with: "**Problem**:"),
      good.replacing("kind: technique", with: "kind: page").replacing("## What It Is", with: ""),
      good.replacing("kind: technique", with: "pattern: false\nkind: technique")
        .replacing("```text", with: "```").replacing("**Filled-in example:**", with: ""),
      good.replacing("platforms: [claude]\n", with: "")
        .replacing(
          "# Chain of thought\n", with: "# Chain of thought\n\n> **Platforms:** `claude`\n"),
      good.replacing("- **Haste** **Problem:** it guesses. **Fix:** ask for steps.", with: "")
        .replacing(
          "---\n\n#",
          with: "pitfalls:\n  - title: Haste\n    problem: It guesses.\n    fix: Ask.\n---\n\n#"),
      good.replacing("---\n\n#", with: "related: [few-shot.md, 'https://example.org']\n---\n\n#"),
      good.replacing("---\n\n#", with: "related: [few-shot.md#mine]\n---\n\n#"),
      "# No technique\n\nText.\n", "# A question\n\n## The Pattern\n\nNo block of code.\n",
    ])
  func right(page: String) {
    var fixture = Fixture(page)
    fixture.facts.declaresPlatforms = true
    #expect(fixture.findings().map(\.code.id) == [])
  }

  @Test("techniques that name each other are not asked for more")
  func wayBack() {
    var fixture = Fixture("# One\n\n## Related Techniques\n\n- [Zero](zero-shot.md)\n")
    fixture.pages["zero-shot.md"] = "---\nrelated: [page.md]\n---\n\n# Zero\n"
    #expect(fixture.findings() == [])
    fixture.pages["zero-shot.md"] = "# Zero\n"
    #expect(fixture.findings() == [], "a page that is related to nothing is no technique of these")
  }

  @Test("a use case and the techniques that it combines need not name each other")
  func useCase() {
    for kinds in [("use-case", "technique"), ("technique", "use-case")] {
      func page(_ kind: String, _ target: String) -> String {
        "---\nkind: \(kind)\ndescription: \(Self.description)\npattern: false\n---\n\n# One\n\n"
          + "## Related Techniques\n\n- [Other](\(target))\n"
      }
      var fixture = Fixture(page(kinds.0, "zero-shot.md"))
      fixture.settings.requiredSections = []
      fixture.pages["zero-shot.md"] = page(kinds.1, "few-shot.md")
      #expect(fixture.findings() == [])
    }
  }
}
