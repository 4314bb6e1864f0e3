import Diagnostics
import Markdown

/// Two targets for one label.
enum DuplicateDefinition: PageRule {
  static let code = Code(
    "TB-L016", "a label is defined once on a page", .warning,
    explanation: """
      The label of a reference link is defined a second time. The first definition counts, in \
      whatever order the links stand; this one is never used. Take one of the two out, or give it \
      another label. Where both have the same target it is a note.
      """,
    wrong: """
      See the [paper].

      [paper]: https://arxiv.org/abs/2201.11903
      [Paper]: https://arxiv.org/abs/2205.11916
      """,
    right: """
      See the [paper] and the [sequel].

      [paper]: https://arxiv.org/abs/2201.11903
      [sequel]: https://arxiv.org/abs/2205.11916
      """)

  static func check(_ page: PageInGuide, in guide: Guide, _ findings: inout [Diagnostic]) {
    DefinedTwice.report(.link, on: page, code, "the label", &findings)
  }
}
