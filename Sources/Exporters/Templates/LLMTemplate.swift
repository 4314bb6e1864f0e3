import Patterns

/// The program llm: YAML with `$name`, one file for each turn, for a conversation that goes on with
/// `llm -c`.
enum LLMTemplate {
  static func export(_ source: TemplateSource) throws(ExportError) -> Export {
    var notes = Notes()
    let turns = source.spokenTurns(notes: &notes)
    // `input` is what is piped in.
    let names = TemplateNames(
      source, messages: turns.flatMap(\.self), reserved: ["input"], isASCII: true, notes: &notes)
    source.tellOfOptional(.llm, notes: &notes)
    if turns.count > 1 {
      notes.add(
        "each turn is a template of its own: go on with llm -c -t \(source.id)-2, and so on")
    }
    var files: [Export.File] = []
    for messages in turns {
      let name = source.id + (files.isEmpty ? "" : "-\(files.count + 1)")
      let text = try text(messages, names)
      files.append(Export.File(name: name + ".yaml", text: text))
    }
    return Export(files: files, notes: notes.sentences)
  }

  private static func text(
    _ messages: [TemplateMessage], _ names: TemplateNames
  ) throws(ExportError) -> String {
    var lines: [String] = []
    for (key, role) in [("system", Message.Role.system), ("prompt", .user)] {
      let parts = messages.filter { $0.role == role }
      if parts.count > 1 { throw .cannotHold(.llm, .severalMessages, turn: parts[0].turn) }
      if let part = parts.first {
        lines.append("\(key): " + YAMLText.block(text(of: part, names)))
      }
    }
    if let other = messages.first(where: { $0.role == .assistant }) {
      throw .cannotHold(.llm, .assistantMessage, turn: other.turn)
    }
    let used = messages.flatMap(\.content)
    let defaults = names.inputs.compactMap { input -> String? in
      guard let variable = input.variable, used.contains(.variable(variable.name)) else {
        return nil
      }
      guard let standard = input.standard else { return nil }
      return "  \(YAMLText.quoted(input.name)): \(YAMLText.quoted(standard))"
    }
    if !defaults.isEmpty { lines += ["defaults:"] + defaults }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func text(of message: TemplateMessage, _ names: TemplateNames) -> String {
    message.content.map { piece in
      switch piece {
      case .text(let text): text.replacing("$", with: "$$")
      case .variable(let name): "${\(names.name(of: name))}"
      case .response(let turn): "${\(names.name(ofAnswerTo: turn))}"
      }
    }.joined()
  }
}
