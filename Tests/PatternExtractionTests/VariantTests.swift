import Diagnostics
import PatternExtraction
import Patterns
import Testing

@Suite("The variants of a page and their examples")
struct VariantTests {
  @Test("have the title of the nearer of heading and line above")
  func titles() throws {
    let pattern = try #require(
      PageText.pattern(
        """
        ```text
        Plan {project}.
        ```

        ### Looking back (after the fact)

        ```
        Why did {project} fail?
        ```

        **Forked conversation:**

        ```prompt
        Go back.
        ```

        ```python
        print("{x}")
        ```

            indented {code}

        ```pattern {#own title="Its own" kind="variation"}
        {x}
        ```
        """
      ).pattern)
    #expect(pattern.variants.map(\.id) == ["main", "looking-back", "forked-conversation", "own"])
    #expect(
      pattern.variants.map(\.title) == [
        "A technique", "Looking back", "Forked conversation", "Its own",
      ])
    #expect(pattern.variants[1].description == "after the fact")
    #expect(pattern.variants.map(\.kind) == [.main, .variation, .fork, .variation])
    #expect(pattern.variables.map(\.name) == ["project", "x"])
  }

  @Test(
    "examples are known by their label",
    arguments: [
      "Filled-in example:", "**Filled in example:**", "**Example**:", "Example 2:", "For example:",
      "Here is an example:", "Here are examples:", "A worked example (A technique):",
      "**Filled-in example**", "example (main):",
    ])
  func label(label: String) throws {
    let page = PageText.pattern(
      """
      ```text
      Plan {project} in {number} steps.
      ```

      \(label)

      ```text
      Plan a move in 3 steps.
      ```
      """)
    let pattern = try #require(page.pattern)
    #expect(page.codes == [])
    #expect(pattern.variants.count == 1)
    #expect(
      pattern.variants[0].filled.first?.values == [
        FilledExample.Value(name: "project", value: "a move"),
        FilledExample.Value(name: "number", value: "3"),
      ])
    #expect(pattern.variables.map(\.example) == ["a move", "3"])
  }

  @Test(
    "other lines are titles of variants",
    arguments: ["An example of something else:", "Exemplary:", "Examples and more:"])
  func title(line: String) throws {
    let pattern = try #require(
      PageText.pattern("```text\nA {x}\n```\n\n\(line)\n\n```text\nA {y}\n```").pattern)
    #expect(pattern.variants.count == 2)
  }

  private static let two = """
    ```text
    Plan {project}.
    ```

    Shorter form:

    ```text
    Turn 1: Name {number} steps.
    Turn 2: Explain the {which} one.
    Turn N: {what else}
    ```

    """

  @Test("an example belongs to the nearest variant that it unifies with")
  func nearest() throws {
    let page = PageText.pattern(
      Self.two + "\nExample:\n\n```text\nPlan a move.\n```\n\n"
        + """
        Example:

        ```text
        Turn 1: Name two steps.
        Turn 2: Explain
          the second one.
        Turn 3: Thanks.
        Turn 4: "Bye."
        ```
        """)
    let pattern = try #require(page.pattern)
    #expect(page.codes == [])
    #expect(pattern.variants.map(\.filled.count) == [1, 1])
    #expect(pattern[variable: "which"]?.example == "second")
    #expect(pattern[variable: "what_else"]?.example == "Thanks.\nBye.")
  }

  @Test("a name in parentheses decides, and may be the beginning of a title")
  func named() throws {
    let page = PageText.pattern(
      Self.two + "\nExample (shorter):\n\n```text\nPlan a move.\n```")
    #expect(page.pattern?.variants.map(\.filled.count) == [0, 1])
    #expect(page.codes == ["TB-P016"])
    let unknown = PageText.pattern(
      Self.two + "\nExample (longer):\n\n```text\nPlan a move.\n```")
    #expect(unknown.pattern?.variants.map(\.filled.count) == [1, 0])
    #expect(unknown.codes == ["TB-P017"])
  }

  @Test("blocks right below each other are one, where their turns go on")
  func adjacent() throws {
    let pattern = try #require(
      PageText.pattern(
        """
        ```text
        Turn 1: a {x}
        ```

        ```text
        Turn 2: b
        ```

        Example:

        ```text
        Turn 1: a 1
        ```

        ```text
        Turn 2: b
        ```
        """
      ).pattern)
    #expect(pattern.variants.map { $0.turns.map(\.id) } == [["1", "2"]])
    #expect(pattern.variants[0].filled.map { $0.turns.count } == [2])
    #expect(pattern.variables.map(\.example) == ["1"])
  }

  @Test("an example may leave out the line of an optional slot, or the slot in its line")
  func leftOut() throws {
    let page = PageText.pattern(
      """
      ```text
      Plan {project}.
      - Limits: {optional: limits}
      - Style: {optional: how it sounds}
      Be {optional: tone} brief.
      ```

      Example:

      ```text
      Plan a move.
      - Style: dry
      Be brief.
      ```
      """)
    #expect(page.codes == [])
    let values = try #require(page.pattern?.variants[0].filled.first?.values)
    #expect(values.map(\.name) == ["project", "style", "tone"])
    #expect(values.map(\.value) == ["a move", "dry", ""])
  }

  @Test("a template of thousands of slots is matched, or given up, without a crash")
  func many() throws {
    let block = (0..<3000).map { "{a\($0)} x" }.joined(separator: " ")
    let example = (0..<3000).map { "\($0) x" }.joined(separator: " ")
    let page = PageText.pattern(
      "```text\n\(block)\n```\n\nExample:\n\n```text\n\(example)\n```")
    #expect(page.codes == [])
    #expect(page.pattern?.variables.count == 3000)
    let other = PageText.pattern(
      "```text\n\(block)\n```\n\nExample:\n\n```text\n\(example) y\n```")
    #expect(other.codes == ["TB-P016"])
  }

  @Test("an example that parts from its template is reported where it does")
  func parting() throws {
    let text = """
      # A

      ## The Pattern

      ```text
      Explain {topic} to a {reader}, and be brief.
      ```

      Example:

      ```text
      Explain tides to my sailor, and be brief.
      ```
      """
    let page = PageText(text)
    #expect(page.codes == ["TB-P016"])
    let finding = try #require(page.extraction.diagnostics.first)
    let range = try #require(finding.range)
    let rest = String(decoding: Array(text.utf8)[range.start...], as: UTF8.self)
    #expect(rest.hasPrefix("tides to my sailor"))
    #expect(finding.notes == ["\"to a\" of the template is not here"])
    let place = try #require(finding.places.first)
    #expect(String(decoding: Array(text.utf8)[place.range.indices], as: UTF8.self) == "to a")
  }

  @Test("blocks in boxes, tabs and lists count, and findings in them point at the file")
  func nested() throws {
    let text = """
      # A

      ## The Pattern

      !!! note "Short form"
          ```text
          Plan {project.
            And {more}.
          ```

      === "Looking back"
          ```text
          Why {x}?
          ```

      - Variant for lists:

        ```text
        Turn 2: {y}
        ```
      """
    let page = PageText(text)
    let pattern = try #require(page.pattern)
    #expect(pattern.variants.map(\.title) == ["Short form", "Looking back", "Variant for lists"])
    #expect(pattern.variants[0].turns[0].written == "Plan {project.\n  And {more}.")
    let marked = page.extraction.diagnostics.compactMap(\.range).map {
      String(decoding: Array(text.utf8)[$0.indices], as: UTF8.self)
    }
    #expect(marked == ["{project.", "Turn 2:"])
  }

  @Test("front matter names, describes and restricts variables, and finds those without a slot")
  func declared() throws {
    let page = PageText(
      """
      ---
      variables:
        subject: {slot: "{topic}", aliases: [topic], type: line}
        reader: {choices: [child, expert], default: child, remember: always}
        nobody: {label: No one}
      ---

      # A

      ## The Pattern

      ```text
      Explain {topic} to {reader}, {topic}.
      ```
      """)
    let pattern = try #require(page.pattern)
    #expect(pattern.variants[0].turns[0].written == "Explain {subject} to {reader}, {subject}.")
    #expect(pattern.variables[0].aliases == ["topic"] && pattern.variables[0].kind == .line)
    #expect(pattern.variables[1].choices == ["child", "expert"])
    #expect(pattern.variables[1].standard == "child" && !pattern.variables[1].isRequired)
    #expect(pattern.variables[1].remember == .always)
    #expect(page.codes == ["TB-P011"])
  }

  @Test("a template larger than the smallest window is reported")
  func window() {
    let text =
      "---\nplatforms: [big, small]\n---\n# A\n\n## Pattern\n\n```text\n"
      + String(repeating: "word ", count: 100) + "\n```\n"
    #expect(PageText(text, windows: ["big": 1000, "small": 120]).codes == ["TB-P018"])
    #expect(PageText(text, windows: ["big": 1000, "small": 130]).codes == [])
  }

  @Test("a page without the section, or one that says no, has no pattern")
  func none() {
    #expect(PageText("# A\n\n```text\n{x}\n```").pattern == nil)
    #expect(
      PageText("---\npattern: false\n---\n# A\n\n## The Pattern\n\n```\n{x}\n```").pattern == nil)
  }
}
