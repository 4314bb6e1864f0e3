import Patterns

/// Prompty: YAML with the inputs, then Jinja with a line for each role.
enum PromptyTemplate {
  /// Words of Jinja's expressions.
  private static let words: Set<String> = [
    "and", "or", "not", "in", "is", "if", "else", "elif", "for", "true", "false", "none", "null",
    "True", "False", "None", "self", "loop",
  ]

  static func export(_ source: TemplateSource) throws(ExportError) -> Export {
    var notes = Notes()
    let messages = source.wholeConversation(notes: &notes)
    let names = TemplateNames(source, messages: messages, reserved: words, notes: &notes)
    source.tellOfOptional(.prompty, notes: &notes)
    var body = ""
    for message in messages {
      if !body.isEmpty { body += "\n\n" }
      body += message.role.rawValue + ":\n"
      body += try text(of: message, names, notes: &notes)
    }
    let text = "---\n" + (try frontMatter(source, names)) + "---\n" + body + "\n"
    return Export(
      files: [Export.File(name: source.id + ".prompty", text: text)], notes: notes.sentences)
  }

  private static func text(
    of message: TemplateMessage, _ names: TemplateNames, notes: inout Notes
  ) throws(ExportError) -> String {
    try refuse(message)
    if message.content.first?.begins(with: "\n") == true
      || message.content.last?.ends(with: "\n") == true
    {
      notes.add("Prompty takes line breaks away at the beginning and end of a message")
    }
    var result = ""
    for (index, piece) in message.content.enumerated() {
      switch piece {
      case .text(let text): result += escaped(text, isLast: index + 1 == message.content.count)
      case .variable(let name): result += "{{ " + names.name(of: name) + " }}"
      case .response(let turn): result += "{{ " + names.name(ofAnswerTo: turn) + " }}"
      }
    }
    return result
  }

  /// Every run of braces that could begin a tag becomes an expression that gives it back.
  private static func escaped(_ text: String, isLast: Bool) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    let brace = UInt8(ascii: "{")
    while index < bytes.count {
      let run = bytes[index...].prefix { $0 == brace }
      if run.isEmpty {
        result.append(bytes[index])
        index += 1
        continue
      }
      index += run.count
      let next = index < bytes.count ? bytes[index] : (isLast ? UInt8(ascii: " ") : brace)
      let opens = run.count > 1 || [brace, UInt8(ascii: "%"), UInt8(ascii: "#")].contains(next)
      result += opens ? Array("{{ '".utf8) + run + Array("' }}".utf8) : Array(run)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Its reader splits a message into lines as Python does, and looks at each for a role.
  private static func refuse(_ message: TemplateMessage) throws(ExportError) {
    var line = ""
    for piece in message.content {
      guard case .text(let text) = piece else {
        // What a variable brings is checked when it is filled in, and refused.
        line += "{}"
        continue
      }
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\n":
          try refuse(line: line, turn: message.turn)
          line = ""
        case "\r", "\u{B}", "\u{C}", "\u{1C}"..."\u{1E}", "\u{85}", "\u{2028}", "\u{2029}":
          throw .cannotHold(.prompty, .character(scalar), turn: message.turn)
        default: line.unicodeScalars.append(scalar)
        }
      }
    }
    try refuse(line: line, turn: message.turn)
  }

  /// `user:`, `# User:` and `assistant[name="x"]:` alone on a line.
  private static func refuse(line: String, turn: String) throws(ExportError) {
    var rest = line[...]
    func skipSpace() { rest = rest.drop(while: \.isWhitespace) }
    skipSpace()
    if rest.first == "#" {
      rest = rest.dropFirst()
      skipSpace()
    }
    let role = rest.prefix { $0.isLetter }
    guard ["system", "user", "assistant", "developer"].contains(role.lowercased()) else { return }
    rest = rest.dropFirst(role.count)
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    guard rest.last == ":" else { return }
    rest = rest.dropLast()
    skipSpace()
    if rest.isEmpty || rest.first == "[" {
      throw .cannotHold(.prompty, .roleLine(line), turn: turn)
    }
  }

  private static func frontMatter(
    _ source: TemplateSource, _ names: TemplateNames
  ) throws(ExportError) -> String {
    var lines = ["name: " + (try quoted(source.title))]
    if !source.description.isEmpty {
      lines.append("description: " + (try quoted(source.description)))
    }
    if let model = source.model { lines += ["model:", "  id: " + (try quoted(model))] }
    if !names.inputs.isEmpty { lines.append("inputs:") }
    for input in names.inputs {
      lines += ["  - name: " + (try quoted(input.name)), "    kind: string"]
      guard let variable = input.variable else {
        lines.append(
          "    description: " + YAMLText.quoted("The answer to turn \(input.turn ?? "")"))
        lines.append("    required: true")
        continue
      }
      let description = [variable.label, variable.hint ?? variable.description]
        .compactMap(\.self).joined(separator: ": ")
      lines.append("    description: " + (try quoted(description)))
      let standard = variable.standard ?? (variable.isRequired ? nil : "")
      lines.append("    required: \(standard == nil)")
      if let standard { lines.append("    default: " + (try quoted(standard))) }
      if !variable.choices.isEmpty {
        lines.append("    enumValues:")
        for choice in variable.choices { lines.append("      - " + (try quoted(choice))) }
      }
    }
    lines += ["template:", "  format:", "    kind: jinja2", "    strict: true"]
    lines += ["  parser:", "    kind: prompty"]
    return lines.map { $0 + "\n" }.joined()
  }

  /// `${env:KEY}` and `${file:…}` as a whole value would be replaced by something of the reader's
  /// machine.
  private static func quoted(_ text: String) throws(ExportError) -> String {
    if text.hasPrefix("${"), text.hasSuffix("}") {
      throw .cannotHold(.prompty, .reference(text), turn: "1")
    }
    return YAMLText.quoted(text)
  }
}

extension Piece {
  fileprivate func begins(with character: Character) -> Bool {
    if case .text(let text) = self { text.first == character } else { false }
  }

  fileprivate func ends(with character: Character) -> Bool {
    if case .text(let text) = self { text.last == character } else { false }
  }
}
