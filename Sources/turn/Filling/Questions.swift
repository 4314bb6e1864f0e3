import Patterns
import Reporting
import Terminal

/// Asks a person for values, one after the other, on standard error.
struct Questions {
  private var input = StandardInput()
  private let paint = Paint(color: StandardStream.error.showsColour)
  private let width = min(100, StandardStream.error.columns)

  /// Whether there is somebody to ask.
  static var canBeAsked: Bool { StandardInput.isTerminal && StandardStream.error.isTerminal }

  /// The person ended the input instead of answering.
  struct Ended: Error {}

  /// The values of a variable: one, or for a list any number.
  mutating func ask(for variable: Variable) throws(Ended) -> [GivenValues.Value] {
    show(variable)
    guard variable.takesList else {
      return [GivenValues.Value(variable.name, try value(of: variable))]
    }
    var values: [GivenValues.Value] = []
    while true {
      prompt("\(values.count + 1). ")
      guard let line = input.line() else { throw Ended() }
      if line.isEmpty { return values }
      if let problem = problem(with: line, for: variable) {
        complain(problem)
      } else {
        values.append(GivenValues.Value(variable.name, choice(line, of: variable)))
      }
    }
  }

  /// Yes, or no.
  mutating func confirm(_ question: String) throws(Ended) -> Bool {
    prompt("\(question) [Y/n] ")
    guard let line = input.line() else { throw Ended() }
    return line.isEmpty || line.lowercased().hasPrefix("y")
  }

  private func show(_ variable: Variable) {
    var text = "\n" + paint(VisibleText.of(variable.label), as: .heading)
    text += paint(" (\(variable.name))", as: .faint) + "\n"
    if let hint = variable.hint { text += Prose.wrapped(hint, width: width, first: "  ") }
    if let more = variable.description { text += Prose.wrapped(more, width: width, first: "  ") }
    for (index, choice) in variable.choices.enumerated() {
      text += Prose.wrapped(choice, width: width, first: "  \(index + 1). ")
    }
    if let standard = variable.standard {
      text += Prose.wrapped("Empty means: \(standard)", width: width, first: "  ")
    } else if !variable.isRequired {
      text += "  May stay empty\n"
    }
    if variable.takesList {
      text += "  One a line; an empty line ends the list\n"
    } else if isLong(variable) {
      let editor = Editor.named.map { "; ! opens \($0)" } ?? ""
      text += "  Several lines; an empty line ends them\(editor)\n"
    }
    StandardStream.error.write(text)
  }

  private mutating func value(of variable: Variable) throws(Ended) -> String {
    while true {
      guard let answer = try answer(for: variable) else { continue }
      if answer.isEmpty, let standard = variable.standard { return standard }
      if answer.isEmpty, variable.isRequired {
        complain("a value is needed; Ctrl-D gives up")
      } else if let problem = problem(with: answer, for: variable) {
        complain(problem)
      } else {
        return choice(answer, of: variable)
      }
    }
  }

  /// What was typed; nil to ask once more.
  private mutating func answer(for variable: Variable) throws(Ended) -> String? {
    if variable.kind == .secret {
      let line = input.hiddenLine { StandardStream.error.write("> ") }
      StandardStream.error.write("\n")
      guard let line else { throw Ended() }
      return line
    }
    prompt("> ")
    guard let first = input.line() else { throw Ended() }
    guard isLong(variable) else { return first }
    if first == "!", let editor = Editor.named { return Editor.edited("", with: editor) }
    var lines = [first]
    while !(lines.last ?? "").isEmpty {
      guard let next = input.line() else { break }
      lines.append(next)
    }
    if lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private func problem(with answer: String, for variable: Variable) -> String? {
    if answer.isEmpty { return nil }
    return ValueCheck.problem(of: choice(answer, of: variable), for: variable)?.message
  }

  /// A choice may be given by its number, where no choice is called so.
  private func choice(_ answer: String, of variable: Variable) -> String {
    guard !variable.choices.contains(answer), let number = Int(answer),
      variable.choices.indices.contains(number - 1)
    else { return answer }
    return variable.choices[number - 1]
  }

  private func isLong(_ variable: Variable) -> Bool {
    variable.isMultiline && variable.choices.isEmpty && variable.kind != .secret
  }

  private func prompt(_ text: String) { StandardStream.error.write(text) }

  private func complain(_ text: String) {
    StandardStream.error.write(paint("  \(VisibleText.of(text))", as: .warning) + "\n")
  }
}
