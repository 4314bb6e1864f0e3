import Patterns

/// The program fabric: a folder for each turn with a `system.md`, for a session that goes on.
enum FabricPattern {
  static func export(_ source: TemplateSource) throws(ExportError) -> Export {
    var notes = Notes()
    let turns = source.spokenTurns(notes: &notes)
    // `input` is what is piped in.
    let names = TemplateNames(
      source, messages: turns.flatMap(\.self), reserved: ["input"], isASCII: true, notes: &notes)
    source.tellOfOptional(.fabric, notes: &notes)
    if !names.inputs.isEmpty {
      notes.add("fabric looks at values again: one that holds {{ is filled or refused by it")
    }
    for variable in source.used where variable.standard != nil {
      notes.add("fabric knows no defaults: that of \(variable.name) is left out")
    }
    if turns.count > 1 {
      notes.add(
        "each turn is a pattern of its own: go on with fabric --session NAME -p \(source.id)-2")
    }
    var files: [Export.File] = []
    for messages in turns {
      if Set(messages.map(\.role)).count > 1 {
        notes.add("fabric has one text for each pattern: system text and the user's follow in it")
      }
      var texts: [String] = []
      for message in messages { texts.append(try text(of: message, names)) }
      let name = source.id + (files.isEmpty ? "" : "-\(files.count + 1)")
      files.append(
        Export.File(name: name + "/system.md", text: texts.joined(separator: "\n\n") + "\n"))
    }
    return Export(files: files, notes: notes.sentences)
  }

  private static func text(
    of message: TemplateMessage, _ names: TemplateNames
  ) throws(ExportError) -> String {
    if message.role == .assistant {
      throw .cannotHold(.fabric, .assistantMessage, turn: message.turn)
    }
    var result = ""
    for piece in message.content {
      switch piece {
      case .text(let text): result += text
      case .variable(let name): result += "{{\(names.name(of: name))}}"
      case .response(let turn): result += "{{\(names.name(ofAnswerTo: turn))}}"
      }
    }
    try refuseBraces(message)
    return result
  }

  /// There is no escape: two braces, and one that touches a variable, are lost.
  private static func refuseBraces(_ message: TemplateMessage) throws(ExportError) {
    for (index, piece) in message.content.enumerated() {
      guard case .text(let text) = piece else { continue }
      let touches =
        (index > 0 && text.first == "}")
        || (index + 1 < message.content.count && text.last == "{")
      if text.utf8.firstRange(of: "{{".utf8) != nil || touches {
        throw .cannotHold(.fabric, .braces(touches ? "{" : "{{"), turn: message.turn)
      }
    }
  }
}

extension TemplateSource {
  /// The messages of each turn in which something is said, for tools that keep the conversation.
  func spokenTurns(notes: inout Notes) -> [[TemplateMessage]] {
    for step in script.steps {
      if step.repeats {
        notes.add("turn \(step.id) may be left out or come again: there is one template for it")
      }
      if let fork = step.forkOf {
        notes.add("turn \(step.id) goes back before the answer to turn \(fork), which is not done")
      }
    }
    return script.steps.filter { !$0.messages.isEmpty }.map { step in
      step.messages.map { TemplateMessage(turn: step.id, $0) }
    }
  }
}
