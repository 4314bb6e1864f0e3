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
    let messages = source.wholeConversation(hasConditions: true, notes: &notes)
    let names = TemplateNames(source, messages: messages, reserved: words, notes: &notes)
    source.tellOfOptional(messages.flatMap(\.conditional.unconditional), .prompty, notes: &notes)
    var body = ""
    for group in TemplateMessage.groups(messages) {
      if !body.isEmpty { body += "\n\n" }
      var texts: [String] = []
      for message in group { texts.append(try text(of: message, names, notes: &notes)) }
      let conditions = group.first?.conditions ?? []
      let condition = conditions.map { clause in
        let either = clause.map { names.name(of: $0) }.joined(separator: " or ")
        return clause.count > 1 && conditions.count > 1 ? "(\(either))" : either
      }.joined(separator: " and ")
      let text = texts.joined(separator: "\n\n")
      // A role stands alone on its line, and nothing but roles may come first: `-` takes the line
      // breaks after a tag away.
      body += conditions.isEmpty ? text : "{% if \(condition) -%}\n\(text)\n{% endif -%}"
    }
    if !names.inputs.isEmpty {
      notes.add("Prompty stops at a value with a line that would be a role, such as \"System:\"")
      // At the very end it would lose such a line and say nothing.
      body += "\n{{ '' }}"
    }
    let text = "---\n" + (try frontMatter(source, names)) + "---\n" + body + "\n"
    return Export(
      files: [Export.File(name: source.id + ".prompty", text: text)], notes: notes.sentences)
  }

  private static func text(
    of message: TemplateMessage, _ names: TemplateNames, notes: inout Notes
  ) throws(ExportError) -> String {
    try refuse(message)
    var parts = message.conditional.parts
    for condition in message.conditions where condition.count == 1 {
      parts = parts.given(condition[0])
    }
    if parts.canBegin(with: "\n") || parts.canEnd(with: "\n") {
      notes.add("Prompty takes line breaks away at the beginning and end of a message")
    }
    return message.role.rawValue + ":\n"
      + text(of: parts, names, isLast: message.conditions.isEmpty)
  }

  private static func text(
    of parts: [ConditionalContent.Part], _ names: TemplateNames, isLast: Bool
  ) -> String {
    parts.enumerated().map { index, part in
      switch part {
      case .piece(.text(let text)): escaped(text, isLast: isLast && index + 1 == parts.count)
      case .piece(.variable(let name)): "{{ " + names.name(of: name) + " }}"
      case .piece(.response(let turn)): "{{ " + names.name(ofAnswerTo: turn) + " }}"
      case .choice(let name, let given, let empty):
        "{% if \(given.isEmpty ? "not " : "")\(names.name(of: name)) %}"
          + text(of: given, names, isLast: false)
          + (given.isEmpty || empty.isEmpty ? "" : "{% else %}")
          + text(of: empty, names, isLast: false) + "{% endif %}"
      }
    }.joined()
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
    for line in try rest(of: message.conditional.parts, behind: [""], turn: message.turn) {
      try refuse(line: line, turn: message.turn)
    }
  }

  /// Refuses what lines there can be, and gives back all that the last one can be.
  /// - Parameter starts: What can stand on the line before the parts.
  private static func rest(
    of parts: [ConditionalContent.Part], behind starts: Set<String>, turn: String
  ) throws(ExportError) -> Set<String> {
    var lines = starts
    for part in parts {
      switch part {
      case .piece(.text(let text)):
        if let changed = text.unicodeScalars.first(where: isChanged) {
          throw .cannotHold(.prompty, .character(changed), turn: turn)
        }
        let words = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, words) in words.enumerated() {
          if index > 0 {
            for line in lines { try refuse(line: line, turn: turn) }
            lines = [""]
          }
          lines = Set(lines.map { $0 + words })
        }
      // What a variable brings is checked when it is filled in, and refused.
      case .piece: lines = Set(lines.map { $0 + "{}" })
      case .choice(_, let given, let empty):
        lines =
          try rest(of: given, behind: lines, turn: turn)
          .union(rest(of: empty, behind: lines, turn: turn))
      }
    }
    return lines
  }

  private static func isChanged(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\r", "\u{B}", "\u{C}", "\u{1C}"..."\u{1E}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
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
      let description =
        if let variable = input.variable {
          [variable.label, variable.hint ?? variable.description].compactMap(\.self)
            .joined(separator: ": ")
        } else {
          "The answer to turn \(input.turn ?? "")"
        }
      lines.append("    description: " + (try quoted(description)))
      lines.append("    required: \(input.standard == nil)")
      if let standard = input.standard { lines.append("    default: " + (try quoted(standard))) }
      let choices = input.variable?.choices ?? []
      if !choices.isEmpty {
        lines.append("    enumValues:")
        for choice in choices { lines.append("      - " + (try quoted(choice))) }
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

extension [ConditionalContent.Part] {
  fileprivate func canBegin(with character: Character) -> Bool {
    for part in self {
      switch part {
      case .piece(.text(let text)): return text.first == character
      case .piece: return false
      case .choice(_, let given, let empty):
        if given.canBegin(with: character) || empty.canBegin(with: character) { return true }
        if !given.isEmpty, !empty.isEmpty { return false }
      }
    }
    return false
  }

  fileprivate func canEnd(with character: Character) -> Bool {
    for part in reversed() {
      switch part {
      case .piece(.text(let text)): return text.last == character
      case .piece: return false
      case .choice(_, let given, let empty):
        if given.canEnd(with: character) || empty.canEnd(with: character) { return true }
        if !given.isEmpty, !empty.isEmpty { return false }
      }
    }
    return false
  }
}
