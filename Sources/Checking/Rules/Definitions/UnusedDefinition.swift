import Diagnostics
import Markdown
import Pages

/// The target of a reference link that no link refers to.
enum UnusedDefinition: PageRule {
  static let code = Code(
    "TB-L015", "a link definition is used by some link", .note,
    explanation: """
      No link of the page refers to this definition. It was left behind when the link went, or the \
      link spells the label in another way. Take the line out, or mend the link.
      """,
    wrong: "A page without links.\n\n[paper]: https://arxiv.org/abs/2201.11903",
    right: "See the [paper].\n\n[paper]: https://arxiv.org/abs/2201.11903")

  static func check(_ page: PageInGuide, in guide: Guide, _ findings: inout [Diagnostic]) {
    let definitions = page.page.body.definitions
    var labels: Set<[UInt8]> = []
    for index in definitions.indices where definitions[index].kind == .link {
      // A second definition has a rule of its own.
      guard !page.hasRepeatedLabels || labels.insert(Array(definitions[index].label.utf8)).inserted
      else { continue }
      guard !definitions[index].isUsed else { continue }
      let definition = definitions[index]
      // What a snippet defines may be for other pages.
      guard definition.path == page.page.printedPath else { continue }
      findings.append(
        Diagnostic(
          code, code.severity, "no link of this page refers to \"\(definition.label)\"",
          path: definition.path, range: definition.range, subject: definition.label,
          help: "take the definition out, or refer to it with [\(definition.label)]"))
    }
  }
}
