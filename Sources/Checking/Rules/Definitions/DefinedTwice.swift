import Diagnostics
import Markdown
import Pages

/// Finds labels that a page defines more than once.
enum DefinedTwice {
  static func report(
    _ kind: Definition.Kind, on page: PageInGuide, _ code: Code, _ name: String,
    _ findings: inout [Diagnostic]
  ) {
    guard page.hasRepeatedLabels else { return }
    let definitions = page.page.body.definitions
    // Two spellings of an accent are two labels.
    var first: [[UInt8]: Int] = [:]
    for index in definitions.indices where definitions[index].kind == kind {
      let label = Array(definitions[index].label.utf8)
      guard let earlier = first[label] else {
        first[label] = index
        continue
      }
      let (definition, other) = (definitions[index], definitions[earlier])
      // A copy of the same target does no harm, until one of the two is changed.
      let isCopy = kind == .link && definition.target == other.target
      findings.append(
        Diagnostic(
          code, isCopy ? .note : code.severity,
          "\(name) \"\(definition.label)\" is defined a second time",
          path: definition.path, range: definition.range, subject: definition.label,
          places: [
            Diagnostic.Place("it is defined first", path: other.path, range: other.range)
          ], help: "take one of the two out, or give it another label"))
    }
  }
}
