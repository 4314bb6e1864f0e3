/// The guides that the tests edit.
enum Guides {
  static let small = [
    "turnbook.yml": """
    name: Guide
    platforms:
      claude:
        name: Claude
      openai:
        name: OpenAI
    """,
    "content/index.md": """
    ---
    title: Home
    description: The start of it all.
    tags: [first, second]
    ---

    # Home

    See [the other](sub/other.md#part-two), 😀 [gone](sub/othr.md).

    ## Here

    A [text][lab], a [lab] and a note[^n].

    [lab]: sub/other.md
    [^n]: What is noted.
    """,
    "content/sub/other.md": """
    ---
    title: The other
    description: What else there is.
    related:
      - ../index.md
    ---

    # The other

    ## Part two

    Back [home](../index.md#here).

    ### Deep

    ## Part two
    """,
    "content/plan.md": """
    ---
    title: Ask for a plan
    description: Has a plan made.
    kind: technique
    platforms: [claude]
    variables:
      project_name:
        description: What it is called.
    ---

    # Ask for a plan

    ## The Pattern

    ```text
    Turn 1: Draft a plan for {Project name: the shorter the better}.
    Turn 2: Name {number of risks} risks of {Project name: the shorter the better}.
    Turn 3: {
    ```
    """,
  ]
}
