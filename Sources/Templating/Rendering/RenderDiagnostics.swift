import Diagnostics

/// The words for what only rendering can find.
extension Program {
  /// `index`: which part of the dotted name is not there; `visible`: the names that are, nearest
  /// context first.
  func unknownName(_ number: Int32, at index: Int, visible: some Sequence<String>) -> Diagnostic {
    let name = names[Int(number)]
    let part = parts[Int(name.parts.lowerBound) + index].name
    let near = NearMiss.best(for: part, among: visible)
    return Diagnostic(
      .unknownTemplateName, .error,
      index == 0
        ? "the name \"\(part)\" is not known here"
        : "\"\(text(of: name, upTo: index))\" has no \"\(part)\"",
      path: paths[Int(name.template)], range: ByteRange(name.range),
      help: near.map { "did you mean \"\($0)\"?" }
        ?? "take the tag away, or use a name that the site gives to this template")
  }

  func unprintable(_ number: Int32, _ kind: String) -> Diagnostic {
    let name = names[Int(number)]
    return Diagnostic(
      .unprintableValue, .error, "\"\(text(of: name))\" is \(kind), which cannot be printed",
      path: paths[Int(name.template)], range: ByteRange(name.range),
      help: "open it with a section: {{#\(text(of: name))}} … {{/\(text(of: name))}}")
  }

  func missingTemplate(_ target: String, _ number: Int32) -> Diagnostic {
    let name = names[Int(number)]
    let near = NearMiss.best(for: target, among: templates.keys.sorted())
    return Diagnostic(
      .missingTemplate, .error, "there is no template \"\(target)\"",
      path: paths[Int(name.template)], range: ByteRange(name.range),
      notes: ["the name is the value of \"\(text(of: name))\""],
      help: near.map { "did you mean \"\($0)\"?" } ?? "add a template of that name")
  }

  /// `instruction`: the include or block that was one too many.
  func tooDeep(at instruction: Int) -> Diagnostic {
    let template = entries.lastIndex { $0 <= instruction } ?? 0
    return Diagnostic(
      .includesTooDeep, .error, "templates include each other more than \(CallStack.deepest) deep",
      path: paths[template], range: includeRanges[instruction].map { ByteRange($0) },
      notes: ["the page was cut off there"],
      help: "a template that includes itself has to end with its data")
  }
}
