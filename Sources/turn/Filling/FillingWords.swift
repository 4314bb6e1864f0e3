import Commands
import Patterns
import Reporting

/// What a person reads who gave too little or the wrong things: all of it, and a command line that
/// would do.
struct FillingWords {
  private let filling: Filling
  private let error: FillingError
  private let command: String
  private let id: String
  private let variant: String?
  private let from: String?

  init(
    _ filling: Filling, _ error: FillingError, of command: String, id: String, variant: String?,
    from: String?
  ) {
    self.filling = filling
    self.error = error
    self.command = command
    self.id = id
    self.variant = variant
    self.from = from
  }

  var text: String {
    let missing = error.problems.compactMap { problem in
      if case .missing(let name) = problem {
        filling.pattern.variables.first { $0.name == name }
      } else {
        nil
      }
    }
    let others = error.problems.filter { if case .missing = $0 { false } else { true } }
    var text = others.map(sentence).joined(separator: "\nturn: ")
    guard !missing.isEmpty else { return text }
    if !text.isEmpty { text += "\nturn: " }
    let count = missing.count == 1 ? "a value is" : "\(missing.count) values are"
    text += "\(count) missing:\n"
    text += Prose.table(
      missing.map { [$0.name, VariableTable.meaning(of: $0)] }, width: 100)
    return text + "Give \(missing.count == 1 ? "it" : "them") with -v:\n  " + example(missing)
  }

  private func sentence(_ problem: FillingProblem) -> String {
    let message = VisibleText.of(problem.message)
    guard case .unknown(_, nearest: nil) = problem else { return message }
    return message + "; 'turn vars \(ShellQuoting.word(id))' lists what there is"
  }

  /// A command line for a POSIX shell.
  private func example(_ missing: [Variable]) -> String {
    var words = ["turn", command, ShellQuoting.word(id)]
    if let from { words += ["--from", ShellQuoting.word(VisibleText.of(from))] }
    if let variant { words += ["--variant", ShellQuoting.word(variant)] }
    for variable in missing {
      let value = variable.choices.first ?? (variable.isMultiline ? "@FILE" : "…")
      words += [
        "-v", ShellQuoting.word("\(VisibleText.of(variable.name))=\(VisibleText.of(value))"),
      ]
    }
    return words.joined(separator: " ")
  }
}
