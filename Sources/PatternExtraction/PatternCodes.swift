package import Diagnostics

/// The codes of what is found in patterns.
extension Code {
  package static let textBeforeTurn = Code(
    "TB-P010", "a template with turns begins with a turn", .warning,
    explanation: """
      Text stands before `Turn 1:`. It is said with the first turn, because nothing else can be done \
      with it; mostly it was meant as an explanation for readers, who would then send it along. Put \
      it above the block, or behind `Turn 1:`.
      """,
    wrong: page(
      """
      ```text
      Use this for planning.
      Turn 1: Draft a plan for {project}.
      Turn 2: Name its {number of risks} largest risks.
      ```
      """),
    right: page(
      """
      Use this for planning.

      ```text
      Turn 1: Draft a plan for {project}.
      Turn 2: Name its {number of risks} largest risks.
      ```
      """))

  package static let unusedVariable = Code(
    "TB-P011", "a variable that is declared has a slot", .warning,
    explanation: """
      `variables` in the front matter says something about a variable, and no slot of the pattern is \
      it. So nobody is asked for it, and what is said there has no effect. A variable is found by \
      its name, which is made of the slot's label, or by `slot` with the text between the braces. \
      `turnbook patterns PAGE` lists the names.
      """,
    wrong:
      "---\nkind: technique\nvariables:\n  audience:\n    default: beginners\n---\n\n"
      + "# Explain a thing\n\n## The Pattern\n\n```text\nExplain {topic} to {reader}.\n```",
    right:
      "---\nkind: technique\nvariables:\n  reader:\n    default: beginners\n---\n\n"
      + "# Explain a thing\n\n## The Pattern\n\n```text\nExplain {topic} to {reader}.\n```")

  package static let malformedSlot = Code(
    "TB-P012", "a slot is closed on its line and says what belongs there", .warning,
    explanation: """
      An opening brace in a template begins a slot, and this one has no end on its line, or nothing \
      between its braces. It is kept as text, so nobody is asked for a value. A brace before white \
      space, a quote or the end of the line is just a brace; any other that is meant as one is \
      written twice.
      """,
    wrong: page("```text\nSummarize {document in {number} sentences.\n```"),
    right: page("```text\nSummarize {document} in {number} sentences.\n```"))

  package static let turnOrder = Code(
    "TB-P013", "turns are numbered from 1 without gaps", .warning,
    explanation: """
      The numbers of a template's turns leave one out, or go back. Turns are said in the order in \
      which they stand, whatever their numbers; but a reader takes a gap for something that was \
      lost, and references such as `{turn 2 response}` go by the number.
      """,
    wrong: page("```text\nTurn 1: Draft a plan for {project}.\nTurn 3: Shorten it.\n```"),
    right: page("```text\nTurn 1: Draft a plan for {project}.\nTurn 2: Shorten it.\n```"))

  package static let repeatingTurnNotLast = Code(
    "TB-P014", "a turn that repeats is the last one", .warning,
    explanation: """
      `Turn N:` stands for any number of further turns. What comes after it has no place of its own: \
      nobody can tell when the repeating ends. Put it last, or give it a number.
      """,
    wrong: page(
      "```text\nTurn 1: Draft a plan.\nTurn N: {further change}\nTurn 2: Shorten it.\n```"),
    right: page(
      "```text\nTurn 1: Draft a plan.\nTurn 2: Shorten it.\nTurn N: {further change}\n```"))

  package static let laterAnswer = Code(
    "TB-P015", "a reference to an answer means an earlier turn", .error,
    explanation: """
      A slot such as `{turn 2 response}` stands for the answer to a turn. Here that turn is not an \
      earlier one, so the answer is not there when it is needed, and the conversation cannot be \
      held. Refer to an earlier turn; what a person is to enter needs another name.
      """,
    wrong: page(
      "```text\nTurn 1: Improve {turn 2 response}.\nTurn 2: Name the {number} weakest points.\n```"),
    right: page(
      "```text\nTurn 1: Name the {number} weakest points.\nTurn 2: Improve {turn 1 response}.\n```")
  )

  package static let exampleDoesNotFit = Code(
    "TB-P016", "a filled-in example fits its template", .warning,
    explanation: """
      The example is not what comes out when the template's slots are filled, white space aside. A \
      reader who compares the two cannot see which words are theirs to choose, and the variables \
      get no example values. The place is where the two part. Mostly the template was changed and \
      the example was forgotten.
      """,
    wrong: page(
      """
      ```text
      Explain {topic} to a {reader}.
      ```

      **Filled-in example:**

      ```text
      Describe tides to a sailor.
      ```
      """),
    right: page(
      """
      ```text
      Explain {topic} to a {reader}.
      ```

      **Filled-in example:**

      ```text
      Explain tides to a sailor.
      ```
      """))

  package static let ambiguousExample = Code(
    "TB-P017", "it is plain which variant an example belongs to", .warning,
    explanation: """
      The label of an example names no variant of the page, or several, or the example stands before \
      the templates. It was given to the nearest one that it fits. Write the variant's title in the \
      label's parentheses, or put the example right below its template.
      """,
    wrong: page(
      """
      ```text
      Explain {topic}.
      ```

      **Filled-in example (shorter form):**

      ```text
      Explain tides.
      ```
      """),
    right: page(
      """
      ```text
      Explain {topic}.
      ```

      **Filled-in example:**

      ```text
      Explain tides.
      ```
      """))

  package static let templateTooLarge = Code(
    "TB-P018", "a template is smaller than what its platforms can read", .warning,
    explanation: """
      The template alone has more tokens than one of the page's platforms reads at once, as the \
      configuration says (`platforms`, `window`). A token is counted as four bytes, which is about \
      right for English text. Shorten the template, or take the platform out of the page.
      """)

  package static let alikePatternIDs = Code(
    "TB-P019", "a pattern's id is its own", .warning,
    explanation: """
      Two pages with patterns have files of one name, from which their ids are made, or one has an \
      `id` that is the other's name. Programs ask for a pattern by its id, so the second got a number; \
      that changes when pages are added. Write an `id` into the front matter of one of them.
      """)

  /// A page around the section of an example.
  private static func page(_ pattern: String) -> String {
    "---\nkind: technique\n---\n\n# Planning\n\n## The Pattern\n\n" + pattern
  }
}
