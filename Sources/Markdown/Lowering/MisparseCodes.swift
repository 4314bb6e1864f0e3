package import Diagnostics

/// What is shown as something else than its author meant, or elsewhere not at all.
extension Code {
  package static let shallowBody = Code(
    "TB-M010", "the body of a box or tab is indented by four spaces", .warning,
    explanation: """
      The body of an admonition, a collapsible or a tab is what is indented by four spaces or a tab \
      below its first line. With one to three spaces the text is a paragraph of its own: the box \
      stays empty and the text stands below it. Indent every line of the body by four spaces.
      """,
    wrong: """
      !!! note "Before you start"
        Have an example of the answer at hand.
      """,
    right: """
      !!! note "Before you start"
          Have an example of the answer at hand.
      """)

  package static let brokenMarker = Code(
    "TB-M011", "a line that begins a box or tab is written as such lines are", .warning,
    explanation: """
      A box begins with three marks at the margin, a type, and a title in double quotes if it has \
      one; a tab with three equals signs and a label in double quotes. A line that differs from that, \
      with single quotes or an attribute list for instance, is shown as text, and what is indented \
      below it as code.
      """,
    wrong: """
      !!! note 'Before you start'
          Have an example of the answer at hand.
      """,
    right: """
      !!! note "Before you start"
          Have an example of the answer at hand.
      """)

  package static let missingBlankLine = Code(
    "TB-M012", "a blank line stands before a list or table", .note,
    explanation: """
      Here a list or table may follow a line of text at once. Python-Markdown, which MkDocs and \
      others read pages with, takes it for more of the paragraph and shows its marks as text. With a \
      blank line before it the page means the same everywhere.
      """,
    wrong: """
      A good prompt has
      - a role
      - a task
      """,
    right: """
      A good prompt has

      - a role
      - a task
      """)

  package static let shallowItem = Code(
    "TB-M013", "a list inside an item is indented as far as the item's text", .warning,
    explanation: """
      What belongs to an item of a list is indented at least as far as the item's text: below `1. ` \
      that is three spaces. With fewer the inner list ends the outer one, and the numbers begin anew \
      after it. Four spaces are right below numbers of one and two digits, and in Python-Markdown too.
      """,
    wrong: """
      1. Ask for a draft
        - with a length
      2. Ask for changes
      """,
    right: """
      1. Ask for a draft
         - with a length
      2. Ask for changes
      """)

  package static let mixedIndentation = Code(
    "TB-M014", "a body is indented by spaces or by tabs, not by both", .note,
    explanation: """
      How far a tab reaches depends on what stands before it, and on who reads the file. Lines that \
      look alike in an editor may then stand on different levels elsewhere. Use four spaces on every \
      line of the body.
      """,
    wrong: "!!! tip\n    Say what you want.\n\n\tThen say what you do not want.\n",
    right: "!!! tip\n    Say what you want.\n\n    Then say what you do not want.\n")

  package static let spaceInLink = Code(
    "TB-M015", "nothing stands between a link's text and its target", .warning,
    explanation: """
      With a space between the brackets and the parentheses there is no link: both are shown as they \
      are written. Take the space out.
      """,
    wrong: "See [few-shot prompting] (few-shot.md).",
    right: "See [few-shot prompting](few-shot.md).")

  package static let brokenLink = Code(
    "TB-M016", "a link's target has no spaces and ends with a parenthesis", .warning,
    explanation: """
      A target with spaces in it stands in angle brackets, and a target ends with a closing \
      parenthesis on its line. Otherwise there is no link, and the brackets are shown as they are \
      written.
      """,
    wrong: "See [the checklist](my checklist.md).",
    right: "See [the checklist](<my checklist.md>).")

  package static let unknownReference = Code(
    "TB-M017", "the label of a reference link is defined on the page", .warning,
    explanation: """
      `[text][label]` is a link where the page says what the label means, on a line `[label]: \
      target`. Without such a line the text is shown with its brackets. Check how the label is \
      written, or add its definition. Where brackets are meant, put a backslash before the first.
      """,
    wrong: """
      See [few-shot prompting][few-shots], or [few-shot] again.

      [few-shot]: few-shot.md
      """,
    right: """
      See [few-shot prompting][few-shot], or [few-shot] again.

      [few-shot]: few-shot.md
      """)

  package static let unknownFootnote = Code(
    "TB-M018", "a footnote that is referred to is defined on the page", .warning,
    explanation: """
      `[^label]` is the number of a footnote where the page has a line `[^label]: text`. Without it \
      the reference is shown as it is written. Add the footnote, or take the reference out. Where \
      the characters themselves are meant, put them into backticks.
      """,
    wrong: "Examples help most.[^study]",
    right: """
      Examples help most.[^study]

      [^study]: In all of our own tests.
      """)

  package static let wrongEncoding = Code(
    "TB-M019", "text was never read in a wrong encoding", .warning,
    explanation: """
      UTF-8 that was read as Windows-1252 and saved again has two or three odd characters in place \
      of each quote, dash, accented letter or emoji. Nothing but the text itself tells what was \
      meant. The fix reads those characters as the bytes they were made from.
      """,
    wrong: "Itâ€™s a dÃ©jÃ\u{A0} vu.",
    right: "It’s a déjà vu.")
}
