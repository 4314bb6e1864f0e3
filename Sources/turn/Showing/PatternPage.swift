import Patterns
import Reporting

/// A pattern as a page for the terminal.
struct PatternPage {
  let pattern: Pattern
  let variants: [Variant]
  let width: Int
  let paint: Paint

  var text: String {
    var text = paint(VisibleText.of(pattern.title), as: .heading) + "\n"
    if !pattern.description.isEmpty { text += Prose.wrapped(pattern.description, width: width) }
    text += facts
    if let goal = pattern.goal {
      text += heading("Goal") + Prose.wrapped(goal.statement, width: width, first: "  ")
      text += goal.doneWhen.map { item($0, sign: "  - ") }.joined()
    }
    if !pattern.whenToUse.isEmpty {
      text +=
        heading("When to use it")
        + pattern.whenToUse.map { item($0, sign: "  - ") }.joined()
    }
    text += variants.map(page).joined()
    let used = Set(variants.flatMap { $0.turns.flatMap(\.variables) })
    let variables = pattern.variables.filter { used.contains($0.name) }
    if !variables.isEmpty {
      text += heading("Variables") + VariableTable.text(variables, width: width)
    }
    if !pattern.pitfalls.isEmpty {
      text += heading("Pitfalls") + pattern.pitfalls.map(pitfall).joined()
    }
    if !pattern.related.isEmpty {
      let rows = pattern.related.map {
        [$0.id ?? "-", $0.title + ($0.note.map { ": \($0)" } ?? "")]
      }
      text += heading("Related") + Prose.table(rows, width: width)
    }
    return text
  }

  private var facts: String {
    var facts = [pattern.id]
    if !pattern.platforms.isEmpty {
      facts.append("for " + pattern.platforms.map(\.name).joined(separator: ", "))
    }
    if !pattern.tags.isEmpty { facts.append(pattern.tags.map { "#\($0)" }.joined(separator: " ")) }
    return paint(
      Prose.wrapped(facts.joined(separator: " · "), width: width).dropLast() + "", as: .faint)
      + "\n"
  }

  private func heading(_ text: String) -> String {
    "\n" + paint(VisibleText.of(text), as: .heading) + "\n"
  }

  private func item(_ text: String, sign: String) -> String {
    Prose.wrapped(text, width: width, first: sign)
  }

  private func page(_ variant: Variant) -> String {
    var title = variant.kind == .main ? "The pattern" : variant.title
    if let description = variant.description { title += " (\(description))" }
    let flag = paint("  --variant \(VisibleText.of(variant.id))\n", as: .faint)
    return heading(title) + (variant.kind == .main ? "" : flag)
      + variant.turns.map { turn($0, isOnly: variant.turns.count == 1) }.joined()
  }

  private func turn(_ turn: Turn, isOnly: Bool) -> String {
    var label = "Turn \(turn.id.uppercased())"
    if turn.repeats { label += ", as often as needed" }
    if let fork = turn.forkOf { label += ", instead of what followed turn \(fork)" }
    let messages = turn.messages.map { message in
      let isPlain = message.role == .user && turn.messages.count == 1
      let role = isPlain ? "" : paint("    \(message.role.label):", as: .faint) + "\n"
      return role + indented(content(message))
    }
    return (isOnly && turn.forkOf == nil ? "" : paint("  \(label):", as: .faint) + "\n")
      + messages.joined()
  }

  /// The text of a message with its slots by their names.
  private func content(_ message: Message) -> String {
    message.content.map { piece in
      switch piece {
      case .text(let text): visible(text)
      case .variable(let name): paint("{\(VisibleText.of(name))}", as: .slot)
      case .response(let id): paint("[answer to turn \(VisibleText.of(id))]", as: .slot)
      }
    }.joined()
  }

  private func visible(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { VisibleText.of(String($0)) }.joined(separator: "\n")
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }

  private func pitfall(_ pitfall: Pattern.Pitfall) -> String {
    var text = "  " + paint(VisibleText.of(pitfall.title), as: .warning) + "\n"
    if let problem = pitfall.problem { text += item(problem, sign: "    ") }
    if let fix = pitfall.fix { text += item(fix, sign: "    Fix: ") }
    if let more = pitfall.text { text += item(more, sign: "    ") }
    return text
  }
}

/// The variables of a pattern, one a line: what it is called, its kind, what belongs there.
enum VariableTable {
  static func text(_ variables: [Variable], width: Int) -> String {
    Prose.table(
      variables.map { [$0.name, kind(of: $0), meaning(of: $0)] }, width: width)
  }

  private static func kind(of variable: Variable) -> String {
    let name =
      variable.takesList && variable.kind != .list
      ? "\(variable.kind.rawValue)s"
      : variable.kind.rawValue
    return variable.isRequired && variable.standard == nil ? name : name + ", optional"
  }

  /// The label and all that is known besides.
  static func meaning(of variable: Variable) -> String {
    var text = variable.label
    if let hint = variable.hint { text += " — \(hint)" }
    if let description = variable.description { text += ". \(description)" }
    if !variable.choices.isEmpty {
      text += " (\(variable.choices.joined(separator: ", ")))"
    }
    if let standard = variable.standard { text += " [\(standard)]" }
    return text
  }
}
