package import Diagnostics

/// What can be wrong with YAML, whatever it says.
extension Code {
  package static let malformedYAML = Code(
    "TB-Y001", "front matter and configuration are YAML",
    explanation: """
      The text breaks a rule of YAML, so that its values cannot be told for certain: a bracket or a \
      quote is not closed, a line is no `key: value`, or the indentation does not fit. Nothing is \
      published. The message says what is wrong at which place, and mostly what to write.
      """,
    wrong: """
      ---
      tags: [planning, review
      ---
      """,
    right: """
      ---
      tags: [planning, review]
      ---
      """,
    language: "yaml")
  package static let tabInYAML = Code(
    "TB-Y002", "YAML is indented with spaces, never with tabs",
    explanation: """
      YAML forbids tabs in indentation, because editors show them with different widths and the \
      indentation carries the meaning. Replace each tab by two spaces. Most editors can be told to \
      do that for files that end in `.yml`.
      """,
    wrong: """
      ---
      search:
      \tboost: 2
      ---
      """,
    right: """
      ---
      search:
        boost: 2
      ---
      """,
    language: "yaml")
  package static let colonInPlainValue = Code(
    "TB-Y003", "a value that contains a colon and a space stands in quotes",
    explanation: """
      A colon followed by a space separates a key from its value. A second one on the line makes \
      YAML look for a mapping inside the value, where there is none. Titles are the usual victims. \
      Put the whole value in quotes.
      """,
    wrong: """
      ---
      title: Planning: the first turn
      ---
      """,
    right: """
      ---
      title: "Planning: the first turn"
      ---
      """,
    language: "yaml")
  package static let duplicateKey = Code(
    "TB-Y004", "a key stands only once in its mapping",
    explanation: """
      The same key has two values. Programs differ on which of the two counts, and a reader of the \
      file sees only the first. Remove one of them; where several values are meant, write a list.
      """,
    wrong: """
      ---
      title: Ask for a plan
      title: Planning
      ---
      """,
    right: """
      ---
      title: Ask for a plan
      ---
      """,
    language: "yaml")
  package static let secondDocument = Code(
    "TB-Y005", "a file holds one YAML document",
    explanation: """
      A line of three dashes inside a YAML file begins a second document, which no program would \
      read here: every setting below the line would be without effect. Remove the line, or move \
      what follows to a file of its own. In front matter the same line is its end, so the rule \
      concerns `turnbook.yml`.
      """,
    wrong: """
      name: The guide
      ---
      language: en
      """,
    right: """
      name: The guide
      language: en
      """,
    language: "yaml")
  package static let undecodableYAML = Code(
    "TB-Y006", "YAML is UTF-8 text without control characters",
    explanation: """
      The text holds a byte that is not UTF-8, or a control character that YAML does not allow. It \
      was saved with another encoding, or copied from a terminal. Save the file as UTF-8 and delete \
      what cannot be seen.
      """)
  package static let deepYAML = Code(
    "TB-Y007", "lists and mappings are nested at most \(YAMLLimits.depth) deep",
    explanation: """
      Nothing that Turnbook reads is nested more than a few levels. A hundred levels are a mistake, \
      such as a run of opening brackets, or an attempt to exhaust the program. Take the levels \
      away.
      """,
    wrong: """
      ---
      level: \(String(repeating: "[", count: 101) + String(repeating: "]", count: 101))
      ---
      """,
    right: """
      ---
      level: [[deep, enough]]
      ---
      """,
    language: "yaml")
  package static let badAlias = Code(
    "TB-Y008",
    "an alias follows its anchor, and all aliases of a file together stand for at most "
      + "\(YAMLLimits.aliasedNodes) values",
    explanation: """
      A value that begins with an asterisk is an *alias*: it repeats a value that was marked with \
      `&` before. No value above has that name. Mostly no alias was meant at all, but Markdown such \
      as `*plan*`: put the value in quotes. A few lines of aliases of aliases could stand for \
      billions of values, so their number is limited.
      """,
    wrong: """
      ---
      title: *plan
      ---
      """,
    right: """
      ---
      title: "*plan"
      ---
      """,
    language: "yaml")
  package static let badKey = Code(
    "TB-Y009", "a key is text on one line",
    explanation: """
      YAML allows lists and mappings as keys; nothing here has a use for them. Mostly a value that \
      begins with a brace was meant as text, such as a slot of a prompt. Put it in quotes.
      """,
    wrong: """
      ---
      {goal}: The plan
      ---
      """,
    right: """
      ---
      goal: The plan
      ---
      """,
    language: "yaml")
}

/// What a document may cost before reading stops with a diagnostic.
package enum YAMLLimits {
  /// Lists and mappings inside each other, counted through aliases.
  package static let depth = 100
  /// Values that the aliases of a document stand for, so that a few lines cannot unfold into
  /// billions of values.
  package static let aliasedNodes = 10_000
  /// How often reading starts again after a fault.
  package static let restarts = 20
}
