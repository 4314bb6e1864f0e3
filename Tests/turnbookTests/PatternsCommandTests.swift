import JSON
import Testing

@Suite("turnbook patterns")
struct PatternsCommandTests {
  private static let page = """
    # Plan

    ## The Pattern

    ```text
    Turn 1: Plan {project}.
    ```

    ```json
    {}
    ```

    Example:

    ```text
    Turn 1: Plan a move.
    ```

    ## Examples in Practice

    ### One

    ```text
    Plan it.
    ```
    """

  @Test("shows the pattern of a page, by its path from here or in the content folder")
  func shows() throws {
    let guide = try Guide(["content/a/plan.md": Self.page, "turnbook.yml": "name: G\n"])
    for path in ["content/a/plan.md", "a/plan.md"] {
      let run = try guide.run("patterns", path)
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
      #expect(run.output.contains("Turn 1: Plan {project}."))
      #expect(run.output.contains("Example: 1 turn, fits"))
    }
  }

  @Test("says for each block what became of it and why")
  func explains() throws {
    let guide = try Guide(["content/plan.md": Self.page])
    let run = try guide.run("patterns", "content/plan.md", "--explain")
    #expect(
      run.output == """
        content/plan.md:5 (text): template of the variant "main"
          it is in the section "The Pattern"
        content/plan.md:9 (json): not taken
          its language is json; text, prompt, pattern or none are taken
        content/plan.md:15 (text): filled-in example of the variant "main"
          "Example:" stands above it
        content/plan.md:23 (text): part of the worked example "One"
          it is in the section "Examples in Practice"

        """)
    let json = try guide.run("patterns", "content/plan.md", "--json").json()
    #expect(json["fences"]?.array?.count == 4)
    #expect(json["pattern"]?["format"]?.string == "turnbook.pattern/1")
    #expect(json["pattern"]?["variables"]?.array?.first?["example"]?.string == "a move")
  }

  @Test("a page without a pattern is 1, one that is not there 2")
  func none() throws {
    let guide = try Guide(["content/a.md": "# A\n"])
    let run = try guide.run("patterns", "content/a.md")
    #expect(run.status == 1 && run.errors.contains("has no pattern"))
    #expect(try guide.run("patterns", "content/b.md").status == 2)
  }

  @Test("findings about patterns are told by check and build, and the site is published")
  func published() throws {
    let broken = "# A\n\n## The Pattern\n\n```text\nTurn 1: {turn 2 response}\nTurn 2: x\n```\n"
    let guide = try Guide(["content/index.md": "# Home\n\n[a](a.md)\n", "content/a.md": broken])
    #expect(try guide.run("check").reports("TB-P015", at: "content/a.md:6:9"))
    let run = try guide.run("build")
    #expect(run.reports("TB-P015", at: "content/a.md:6:9"))
    #expect(guide.has("site/a/index.html"))
  }

  @Test("two pages with patterns of one name are told apart")
  func alike() throws {
    let guide = try Guide([
      "content/index.md": "# Home\n", "content/a/plan.md": Self.page,
      "content/b/plan.md": Self.page,
    ])
    #expect(try guide.run("check").codes.contains("TB-P019"))
  }
}
