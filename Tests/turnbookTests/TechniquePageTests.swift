import Testing

@Suite("Technique pages as readers see them")
struct TechniquePageTests {
  private static let page = """
    ---
    description: Make a plan before anything is done.
    platforms: [claude]
    ---

    # Plan

    > **Platforms:** `claude`

    ## When to Use It

    - Big & small

    ## The Pattern

    ```text
    Turn 1: Plan {project: what it is}.
    Turn N: {more}
    ```

    In short:

    ```text
    Plan {project: what it is}, in one line.
    ```

    ## Examples in Practice

    ### One

    **Context:** A house.

    ```text
    Turn 1: Plan <b>it</b>.
    ```

    ```text
    Turn 2: Fork: the other way.
    ```

    **Why this works:** It does.

    ## Common Pitfalls

    !!! warning "Haste"
        **Problem:** It guesses.

        **Fix:** Ask [first](other.md).

    Nothing is a **Problem:** here.

    ## Related Techniques

    - [Other](other.md) — the same & more
    """

  private static let other = """
    ---
    description: Another one.
    ---

    # Other

    ## The Pattern

    ```text
    {x}
    ```

    ## Related Techniques

    - [Site](https://example.org/?a=1&b=2)
    """

  private func html(_ page: String = page, of name: String = "plan") throws -> String {
    try #require(guide(page).text("site/t/\(name)/index.html"))
  }

  private func guide(_ page: String = page, _ other: String = other) throws -> Guide {
    let guide = try Guide([
      "content/index.md": "# Home\n\n[x](t/plan.md)\n", "content/t/plan.md": page,
      "content/t/other.md": other, "turnbook.yml": "name: G\nplatforms: [claude]\n",
    ])
    #expect(try guide.run("build").status == 0)
    return guide
  }

  @Test("are summed up below their title and platforms")
  func glance() throws {
    let html = try html()
    let start = try #require(html.firstRange(of: "</blockquote>\n<section class=\"glance\""))
    let glance = html[start.lowerBound...]
    #expect(glance.contains("<dd>Make a plan before anything is done.</dd>"))
    #expect(glance.contains("<li>Big &amp; small</li>"))
    #expect(glance.contains("<dd>1, then one more as often as you need it</dd>"))
    #expect(glance.contains("<li title=\"what it is\">project</li>"))
    #expect(glance.contains("<li>more <span>optional</span></li>"))
    #expect(glance.contains("<li>In short</li>"))
    #expect(glance.contains("<a href=\"#the-pattern\">"))
    #expect(glance.contains("<a href=\"../../patterns/plan.json\">"))
  }

  @Test("show a worked example as a conversation that forks where it says so")
  func dialogue() throws {
    let html = try html()
    #expect(html.ranges(of: "<ol class=\"dialogue\">").count == 1)
    #expect(html.contains("<code>Plan &lt;b&gt;it&lt;/b&gt;.</code>"))
    #expect(html.contains("<li class=\"bubble fork\">"))
    #expect(html.contains("instead of what followed turn 1"))
    #expect(html.contains("</ol>\n<p><strong>Why this works:</strong> It does.</p>"))
    #expect(!html.contains("Turn 2: Fork"))
  }

  @Test("tell problem and fix apart, in the section of pitfalls only, with their links")
  func pitfalls() throws {
    let html = try html()
    #expect(html.contains("<p class=\"problem\"><strong>Problem:</strong> It guesses.</p>"))
    #expect(
      html.contains(
        "<p class=\"fix\"><strong>Fix:</strong> Ask <a href=\"../other/\">first</a>.</p>"))
    #expect(html.contains("<p>Nothing is a <strong>Problem:</strong> here.</p>"))
  }

  @Test("show related techniques as cards, with those that lead here")
  func related() throws {
    let guide = try guide()
    let plan = try #require(guide.text("site/t/plan/index.html"))
    #expect(
      plan.contains("<a href=\"../other/\">Other</a>\n<p class=\"note\">the same &amp; more</p>"))
    #expect(plan.contains("<p>Another one.</p>"))
    let other = try #require(guide.text("site/t/other/index.html"))
    #expect(other.contains("<a href=\"https://example.org/?a=1&amp;b=2\">Site</a>"))
    #expect(other.contains("<a href=\"../plan/\">Plan</a>\n<span class=\"back\">"))
    #expect(try PublishedLinks(in: guide).dead == [])
  }

  @Test("keep a section of related techniques that is more than one plain list")
  func prose() throws {
    let nested = Self.page.replacing("the same & more", with: "the same\n    - inner")
    #expect(try !html(nested).contains("class=\"related\""))
    let numbered = Self.page + "\n\n1. [Other](other.md)\n"
    #expect(try !html(numbered).contains("class=\"related\""))
  }

  @Test("are written by templates that a guide can replace")
  func templates() throws {
    let guide = try guide()
    try guide.write("templates/glance.mustache", "<p>{{glance.turns}} of {{glance.id}}</p>\n")
    #expect(try guide.run("build").status == 0)
    #expect(try #require(guide.text("site/t/plan/index.html")).contains("<p>1 of plan</p>"))
    try guide.write("templates/glance.mustache", "{{glance.turn}}")
    let run = try guide.run("build")
    #expect(
      run.status == 1 && run.errors.contains("templates/glance.mustache:1:1"), "\(run.errors)")
  }

  @Test("of another kind are left as they are")
  func page() throws {
    let html = try html(Self.page.replacing("platforms:", with: "kind: page\nplatforms:"))
    #expect(!html.contains("glance") && !html.contains("dialogue") && !html.contains("\"fix\""))
  }
}
