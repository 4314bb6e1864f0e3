import Patterns

/// Dotprompt: YAML with a Picoschema, then Handlebars with marks between messages.
enum DotpromptTemplate {
  /// Names that call something of Handlebars or Dotprompt; as `this.name` they are variables again.
  private static let helpers: Set<String> = [
    "role", "history", "json", "media", "section", "ifEquals", "unlessEquals", "if", "unless",
    "each", "with", "lookup", "log", "else", "as", "this", "true", "false", "null", "undefined",
  ]

  static func export(_ source: TemplateSource) throws(ExportError) -> Export {
    var notes = Notes()
    let messages = source.wholeConversation(notes: &notes)
    let names = TemplateNames(source, messages: messages, notes: &notes)
    source.tellOfOptional(.dotprompt, notes: &notes)
    if !names.inputs.isEmpty {
      notes.add("Dotprompt obeys a value that holds \"<<<dotprompt:\": give it none from strangers")
    }
    var body = ""
    for message in messages {
      let role = message.role == .assistant ? "model" : message.role.rawValue
      // `~` takes the line break before it away, and white space of the text with it.
      let isOpen = body.last?.isWhitespace ?? true
      if !body.isEmpty, !isOpen { body += "\n" }
      body += isOpen ? "{{role \"\(role)\"}}" : "{{~role \"\(role)\"}}"
      body += try text(of: message, names)
    }
    // The end of a file is trimmed.
    if body.last?.isWhitespace == true { body += "{{\"\"}}" }
    let text = "---\n" + (try frontMatter(source, names)) + "---\n" + body + "\n"
    return Export(
      files: [Export.File(name: source.id + ".prompt", text: text)], notes: notes.sentences)
  }

  private static func text(
    of message: TemplateMessage, _ names: TemplateNames
  ) throws(ExportError) -> String {
    var result = ""
    for (index, piece) in message.content.enumerated() {
      switch piece {
      case .text(let text):
        let isLast = index + 1 == message.content.count
        result += try escaped(text, isLast: isLast, turn: message.turn)
      case .variable(let name): result += tag(names.name(of: name))
      case .response(let turn): result += tag(names.name(ofAnswerTo: turn))
      }
    }
    return result
  }

  private static func tag(_ name: String) -> String {
    helpers.contains(name) ? "{{this.\(name)}}" : "{{\(name)}}"
  }

  /// Literal text; a backslash before `{{` keeps two braces, one before a tag must be doubled.
  private static func escaped(
    _ text: String, isLast: Bool, turn: String
  ) throws(ExportError) -> String {
    let bytes = Array(text.utf8)
    if let marker = bytes.firstRange(of: Array("<<<dotprompt:".utf8)) {
      let found = String(decoding: bytes[marker], as: UTF8.self)
      throw .cannotHold(.dotprompt, .roleMarker(found), turn: turn)
    }
    var result: [UInt8] = []
    var index = 0
    let brace = UInt8(ascii: "{")
    let backslash = UInt8(ascii: "\\")
    while index < bytes.count {
      if bytes[index] == brace, index + 1 < bytes.count, bytes[index + 1] == brace {
        if index > 0, bytes[index - 1] == backslash {
          throw .cannotHold(.dotprompt, .braces("\\{{"), turn: turn)
        }
        result += [backslash, brace, brace]
        index += 2
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    if !isLast, bytes.last == brace, result.suffix(3) != [backslash, brace, brace] {
      throw .cannotHold(.dotprompt, .braces("{"), turn: turn)
    }
    if !isLast, bytes.last == backslash { result.append(backslash) }
    // A closing brace right after a tag would belong to it.
    let begin = bytes.first == UInt8(ascii: "}") ? "{{!}}" : ""
    return begin + String(decoding: result, as: UTF8.self)
  }

  private static func frontMatter(
    _ source: TemplateSource, _ names: TemplateNames
  ) throws(ExportError) -> String {
    var lines = ["name: " + YAMLText.quoted(source.id)]
    if !source.description.isEmpty {
      lines.append("description: " + YAMLText.quoted(source.description))
    }
    if let model = source.model { lines.append("model: " + YAMLText.quoted(model)) }
    var defaults: [String] = []
    if !names.inputs.isEmpty { lines += ["input:", "  schema:"] }
    for input in names.inputs {
      lines.append("    " + schema(of: input))
      if let standard = input.variable?.standard ?? (input.variable?.isRequired == false ? "" : nil)
      {
        if standard.utf8.firstRange(of: Array("<<<dotprompt:".utf8)) != nil {
          throw .cannotHold(.dotprompt, .roleMarker("<<<dotprompt:"), turn: "1")
        }
        defaults.append("    " + YAMLText.quoted(input.name) + ": " + YAMLText.quoted(standard))
      }
    }
    if !defaults.isEmpty { lines += ["  default:"] + defaults }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A line of Picoschema: `"tone?": "string, Tone"`. All are strings: they become text.
  private static func schema(of input: TemplateNames.Input) -> String {
    guard let variable = input.variable else {
      let description = "The answer to turn \(input.turn ?? "")".onOneLine
      return YAMLText.quoted(input.name) + ": " + YAMLText.quoted("string, " + description)
    }
    let optional = variable.isRequired && variable.standard == nil ? "" : "?"
    let description = [variable.label, variable.hint ?? variable.description]
      .compactMap(\.self).joined(separator: ": ").onOneLine
    if !variable.choices.isEmpty {
      let key = "\(input.name)\(optional)(enum, \(withoutParentheses(description)))"
      let choices = variable.choices.map { YAMLText.quoted($0) }.joined(separator: ", ")
      return YAMLText.quoted(key) + ": [" + choices + "]"
    }
    return YAMLText.quoted(input.name + optional) + ": "
      + YAMLText.quoted("string, " + description)
  }

  private static func withoutParentheses(_ text: String) -> String {
    String(text.map { $0 == "(" ? "[" : $0 == ")" ? "]" : $0 })
  }
}
