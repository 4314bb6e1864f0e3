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
    var first: [String: Definition] = [:]
    for definition in page.page.body.definitions where definition.kind == kind {
      guard let other = first[definition.label] else {
        first[definition.label] = definition
        continue
      }
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
