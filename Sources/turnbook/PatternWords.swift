import PatternExtraction
import Patterns
import Reporting

/// A pattern and the decisions that led to it, in words for a terminal.
struct PatternWords {
  private let extraction: Extraction
  private let showsColour: Bool

  init(_ extraction: Extraction, color: Bool) {
    self.extraction = extraction
    showsColour = color
  }

  /// Variants, turns with their slots, variables.
  var pattern: String {
    guard let pattern = extraction.pattern else { return "" }
    var text = "\(strong(pattern.id))  \(shown(pattern.title))\n"
    for variant in pattern.variants {
      text += "\n\(strong(variant.id))  \(shown(variant.title)) (\(variant.kind.rawValue))\n"
      for turn in variant.turns { text += words(turn) }
      for filled in variant.filled {
        text += "  \(shown(filled.title ?? "Example")): \(turns(filled.turns.count))"
        text += filled.values == nil ? ", does not fit\n" : ", fits\n"
      }
    }
    if !pattern.variables.isEmpty { text += "\n\(strong("Variables"))\n" }
    let width = pattern.variables.map(\.name.count).max() ?? 0
    for variable in pattern.variables {
      let gap = String(repeating: " ", count: width - variable.name.count + 2)
      text += "  \(shown(variable.name))\(gap)\(shown(variable.label))"
      if let hint = variable.hint { text += " — \(shown(hint))" }
      text += facts(variable) + "\n"
    }
    text += "\n"
    for example in pattern.examples {
      text += "Example: \(shown(example.title)), \(turns(example.turns.count))\n"
    }
    text += "Pitfalls: \(pattern.pitfalls.count), related: \(pattern.related.count), "
    return text + "reading: \(pattern.reading.count), when to use: \(pattern.whenToUse.count)\n"
  }

  /// What became of each block of code.
  var fences: String {
    if extraction.explanation.isEmpty { return "There is no block of code in question.\n" }
    return extraction.explanation.map { decision in
      let verdict =
        switch decision.verdict {
        case .template(let id): "template of the variant \"\(shown(id))\""
        case .example(let id): "filled-in example of the variant \"\(shown(id))\""
        case .workedExample(let title): "part of the worked example \"\(shown(title))\""
        case .notTaken: "not taken"
        }
      let language = decision.language.isEmpty ? "no language" : shown(decision.language)
      let line = decision.line.map { ":\($0)" } ?? ""
      return "\(strong("\(decision.path)\(line)")) (\(language)): \(verdict)\n"
        + "  \(shown(decision.reason))\n"
    }.joined()
  }

  private func words(_ turn: Turn) -> String {
    var text = ""
    for message in turn.messages {
      let role = message.role == .user ? "" : " (\(message.role.rawValue))"
      let label = turn.repeats ? "Turn N" : "Turn \(shown(turn.id))"
      let content = message.content.map { piece in
        switch piece {
        case .text(let text): text
        case .variable(let name): "{\(name)}"
        case .response(let id): "{turn \(id) response}"
        }
      }.joined()
      let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
      text += "  \(label)\(role): "
      text += lines.enumerated().map { index, line in
        (index == 0 || line.isEmpty ? "" : "    ") + VisibleText.ofLine(Array(line.utf8)[...])
      }.joined(separator: "\n")
      text += "\n"
    }
    return text
  }

  private func facts(_ variable: Variable) -> String {
    var facts: [String] = []
    if !variable.isRequired { facts.append("optional") }
    if variable.isList { facts.append("list") }
    if variable.kind != .text { facts.append(variable.kind.rawValue) }
    if !variable.choices.isEmpty { facts.append(variable.choices.joined(separator: " | ")) }
    if let standard = variable.standard { facts.append("default \"\(standard)\"") }
    return facts.isEmpty ? "" : " [\(shown(facts.joined(separator: ", ")))]"
  }

  private func turns(_ count: Int) -> String { count == 1 ? "1 turn" : "\(count) turns" }

  private func strong(_ text: String) -> String {
    showsColour ? "\u{1B}[1m\(shown(text))\u{1B}[0m" : shown(text)
  }

  private func shown(_ text: String) -> String { VisibleText.of(text) }
}
