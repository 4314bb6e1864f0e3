package import Diagnostics

/// What can be wrong with front matter beyond the YAML it is written in.
extension Code {
  package static let unclosedFrontMatter = Code(
    "TB-Y010", "front matter ends with a line of three dashes",
    explanation: """
      The first line of the page opens front matter, and no line of three dashes closes it. Where \
      the front matter ends and the text begins is then a guess, and nothing is published. Write \
      `---` on a line of its own after the last key.
      """,
    wrong: """
      ---
      title: Ask for a plan

      # Ask for a plan
      """,
    right: """
      ---
      title: Ask for a plan
      ---

      # Ask for a plan
      """,
    language: "yaml")
  package static let frontMatterIsNoMapping = Code(
    "TB-Y011", "front matter is a mapping from keys to values",
    explanation: """
      Between the two lines of dashes stands a text or a list, where a mapping is wanted. The most \
      frequent cause is a missing space: `title:Plan` is one word to YAML, `title: Plan` is a key \
      and its value. If the page is meant to begin with a horizontal rule, write it as `* * *`.
      """,
    wrong: """
      ---
      title:Plan
      ---
      """,
    right: """
      ---
      title: Plan
      ---
      """,
    language: "yaml")
  package static let frontMatterType = Code(
    "TB-Y012", "every key of front matter has a value of its type",
    explanation: """
      A key has a value of another kind than it needs: a word where a number belongs, one word \
      where a list belongs. The value would be ignored, and a page would lose its place or its \
      tags without a word. The message says which kind is wanted and what stands there.
      """,
    wrong: """
      ---
      order: first
      tags: planning
      ---
      """,
    right: """
      ---
      order: 1
      tags: [planning]
      ---
      """,
    language: "yaml")
  package static let frontMatterValue = Code(
    "TB-Y013", "a value of front matter is one that its key allows",
    explanation: """
      The value is of the right kind, but not one that the key can have: a `kind` that does not \
      exist, a `slug` with a slash, a path that leaves the guide. Such a value could put a page \
      where nobody expects it. The message names what is allowed.
      """,
    wrong: """
      ---
      kind: tutorial
      slug: plans/first
      ---
      """,
    right: """
      ---
      kind: technique
      slug: first-plan
      ---
      """,
    language: "yaml")
  package static let frontMatterUnknownKey = Code(
    "TB-Y014", "a key of front matter is spelled as Turnbook spells it", .warning,
    explanation: """
      A key is nearly one that Turnbook knows. It has no effect as it stands, which nobody notices \
      until a page lacks its title. Keys of your own are allowed and reach the templates under \
      `meta`; only those that look like a slip of the pen are told. Inside a mapping such as \
      `goal`, where no keys of your own are possible, an unknown key is an error.
      """,
    wrong: """
      ---
      titel: Ask for a plan
      ---
      """,
    right: """
      ---
      title: Ask for a plan
      ---
      """,
    language: "yaml")
  package static let frontMatterMissingKey = Code(
    "TB-Y015", "an entry of front matter has the keys that it needs",
    explanation: """
      Some values are mappings that are of no use without a certain key: a pitfall needs a `title`, \
      a related page its `page`, a goal its `statement`. Without it the entry could not be shown. \
      Add the key that the message names.
      """,
    wrong: """
      ---
      pitfalls:
        - problem: The plan has thirty steps.
      ---
      """,
    right: """
      ---
      pitfalls:
        - title: Too much at once
          problem: The plan has thirty steps.
      ---
      """,
    language: "yaml")
}
