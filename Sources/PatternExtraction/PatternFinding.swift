import Diagnostics

/// The findings about a pattern, in words.
enum PatternFinding {
  static func preamble(_ range: ByteRange, path: String) -> Diagnostic {
    finding(
      .textBeforeTurn, "this stands before the first turn and is taken for its beginning",
      path, range, help: "put it behind \"Turn 1:\", or above the block")
  }

  static func malformed(_ fault: SlotParser.Fault, path: String) -> Diagnostic {
    switch fault.kind {
    case .unclosed:
      finding(
        .malformedSlot, "this brace is not closed on its line", path, fault.range,
        help: "close it with \"}\"; a brace that is meant as one is written twice")
    case .empty:
      finding(
        .malformedSlot, "this slot says nothing about what belongs there", path, fault.range,
        help: "name it, as in \"{topic}\"; braces that are meant as such are written twice")
    }
  }

  static func ambiguous(
    _ name: String, _ fitting: [Template], known: [Template], path: String, range: ByteRange,
    isGuessed: Bool
  ) -> Diagnostic {
    if fitting.isEmpty {
      return finding(
        .ambiguousExample, "no variant of this page is called \"\(name)\"", path, range,
        help: NearMiss.best(
          for: name, among: known.prefix(isGuessed ? .max : 0).lazy.flatMap { [$0.id, $0.title] }
        )
        .map { "did you mean \"\($0)\"?" }
          ?? "its variants are \(list(known.prefix(9).map(\.title)))")
    }
    return finding(
      .ambiguousExample, "\"\(name)\" can mean several variants of this page", path, range,
      help: "write one of \(list(fitting.prefix(9).map(\.title))) in full")
  }

  static func early(_ range: ByteRange, path: String) -> Diagnostic {
    finding(
      .ambiguousExample, "this example stands before the templates, so it can belong to any",
      path, range,
      help: "put it below its template, or name that, as in \"Example (title of the variant):\"")
  }

  static func misfit(
    _ parting: Unification.Parting, of template: Template, tried: Int, path: String
  ) -> Diagnostic {
    var found = finding(
      .exampleDoesNotFit, "this example does not fit its template \"\(template.title)\"", path,
      parting.range,
      help: "write it as the template is written, with values in the place of the slots")
    found.notes.append(parting.message)
    if tried > 1 { found.notes.append("it fits none of the \(tried) templates that it can be of") }
    if let range = parting.template {
      found.places.append(
        Diagnostic.Place("the template goes on here", path: template.path, range: range))
    }
    return found
  }

  static func list(_ names: [String]) -> String {
    names.prefix(8).map { "\"\($0)\"" }.joined(separator: ", ") + (names.count > 8 ? ", …" : "")
  }

  static func finding(
    _ code: Code, _ message: String, _ path: String, _ range: ByteRange, subject: String? = nil,
    help: String
  ) -> Diagnostic {
    Diagnostic(
      code, code.severity, message, path: path, range: range, subject: subject, help: help)
  }
}
