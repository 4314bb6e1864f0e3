package import Diagnostics

/// What can be wrong with the configuration beyond the YAML it is written in.
extension Code {
  package static let unknownSetting = Code(
    "TB-C001", "every key of turnbook.yml is one it knows",
    explanation: """
      A key that Turnbook does not know has no effect. Ignored in silence, a slip of the pen would \
      cost an hour: the navigation stays as it was, and nobody says why. So it is an error, which \
      names the nearest key that exists. What templates need beyond these keys goes into the front \
      matter of pages.
      """,
    wrong: """
      name: The guide
      navigaton:
        - index.md
      """,
    right: """
      name: The guide
      navigation:
        - index.md
      """,
    language: "yaml")
  package static let settingType = Code(
    "TB-C002", "every key of turnbook.yml has a value of its type",
    explanation: """
      A key has a value of another kind than it needs, such as a text where true or false belongs, \
      or one word where a list belongs. Turnbook does not guess what was meant. The message says \
      which kind is wanted and what stands there.
      """,
    wrong: """
      name: The guide
      feed: perhaps
      """,
    right: """
      name: The guide
      feed: false
      """,
    language: "yaml")
  package static let settingValue = Code(
    "TB-C003", "a value in turnbook.yml is one that its key allows",
    explanation: """
      The value is of the right kind, but not one that the key can have: an address without \
      `https://`, a folder outside of the project, a colour that is none. With it, links would lead \
      nowhere or files be written to places that nobody expects. The message names what is allowed.
      """,
    wrong: """
      name: The guide
      url: example.org
      """,
    right: """
      name: The guide
      url: https://example.org/
      """,
    language: "yaml")
  package static let missingSetting = Code(
    "TB-C004", "an entry of turnbook.yml has the keys that it needs",
    explanation: """
      Some settings are mappings that are of no use without a certain key: a pair of colours needs \
      the one for light pages. Add the key that the message names.
      """,
    wrong: """
      name: The guide
      theme:
        accent:
          dark: "#8cf"
      """,
    right: """
      name: The guide
      theme:
        accent:
          light: "#034"
          dark: "#8cf"
      """,
    language: "yaml")
  package static let configIsNoMapping = Code(
    "TB-C005", "turnbook.yml is a mapping from keys to values",
    explanation: """
      The configuration holds a list or a text, where keys with values belong. Often the space \
      behind a colon is missing: `name:Guide` is one word to YAML. Write `key: value`, one on each \
      line.
      """,
    wrong: """
      name:Guide
      """,
    right: """
      name: Guide
      """,
    language: "yaml")
  package static let outputOverlap = Code(
    "TB-C006", "the site is built in a folder that holds no sources",
    explanation: """
      The site would be written into the folder of the pages or of the templates. The next build \
      would read its own output as input, and the guide would grow with every build. Nothing is \
      built. Name an output folder beside the others, such as `site`.
      """,
    wrong: """
      name: The guide
      output: content/site
      """,
    right: """
      name: The guide
      output: site
      """,
    language: "yaml")
  package static let navigationEntry = Code(
    "TB-C007",
    "an entry of the navigation is a path, \"Title: path\", \"Title: URL\" or \"Title: [entries]\"",
    explanation: """
      The navigation is a list. Each entry is the path of a page, a title with a path or an address \
      behind it, or a title with a list of further entries below it. This entry is something else, \
      such as a mapping with two titles: perhaps a dash is missing at the start of a line. An \
      address of another site needs a title, because Turnbook does not read it.
      """,
    wrong: """
      name: The guide
      navigation:
        - Start: index.md
          Other: other.md
      """,
    right: """
      name: The guide
      navigation:
        - Start: index.md
        - Other: other.md
      """,
    language: "yaml")
  package static let unusedSetting = Code(
    "TB-C008", "a key of mkdocs.yml is one this program uses", .note,
    explanation: """
      A project with an `mkdocs.yml` and no `turnbook.yml` is built as it is: the file is read, and no \
      Python is run. What this finding names has no effect here: hooks, overrides in Jinja, plugins \
      and extensions that Turnbook has no counterpart for, and other keys. It is a note, so that \
      nobody wonders about it. `turnbook migrate` writes all that was understood into a \
      `turnbook.yml`, which then takes the place of the other file.
      """)
}
