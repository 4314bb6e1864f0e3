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
    let messages = source.wholeConversation(hasConditions: true, notes: &notes)
    let names = TemplateNames(source, messages: messages, notes: &notes)
    source.tellOfOptional(messages.flatMap(\.conditional.unconditional), .dotprompt, notes: &notes)
    if !names.inputs.isEmpty {
      notes.add("Dotprompt obeys a value that holds \"<<<dotprompt:\": give it none from strangers")
    }
    var body = HandlebarsText()
    for group in TemplateMessage.groups(messages) { try add(group, names, to: &body) }
    body.end()
    let text = "---\n" + (try frontMatter(source, names)) + "---\n" + body.text
    return Export(
      files: [Export.File(name: source.id + ".prompt", text: text)], notes: notes.sentences)
  }

  /// Messages that are said under the same conditions.
  private static func add(
    _ group: [TemplateMessage], _ names: TemplateNames, to body: inout HandlebarsText
  ) throws(ExportError) {
    guard let first = group.first, let outer = first.conditions.first else {
      for message in group {
        addMark(of: message, strips: breaksLine(&body), to: &body)
        try add(message.conditional.parts, of: message, isLast: true, names, to: &body)
      }
      return
    }
    let strips = breaksLine(&body)
    // Where nothing but the mark depends on several variables, the text is not written for each.
    if outer.count > 1, group.count == 1, first.conditions == [first.conditional.saidWithOneOf] {
      body.add(whereOneOf: outer.map { value(names.name(of: $0)) }[...], strips: strips) {
        addMark(of: first, strips: false, to: &$0)
      }
      return try add(first.conditional.parts, of: first, isLast: true, names, to: &body)
    }
    try add(group, where: first.conditions[...], given: [], strips: strips, names, to: &body)
  }

  private static func add(
    _ group: [TemplateMessage], where conditions: ArraySlice<[String]>, given: [String],
    strips: Bool, _ names: TemplateNames, to body: inout HandlebarsText
  ) throws(ExportError) {
    guard let condition = conditions.first else {
      for message in group {
        addMark(of: message, strips: false, to: &body)
        let parts = given.reduce(message.conditional.parts) { $0.given($1) }
        try add(parts, of: message, isLast: false, names, to: &body)
      }
      return
    }
    let values = condition.map { value(names.name(of: $0)) }
    try body.add(whereOneOf: values[...], strips: strips) { (body) throws(ExportError) in
      try add(
        group, where: conditions.dropFirst(),
        given: given + (condition.count == 1 ? condition : []),
        strips: false, names, to: &body)
    }
  }

  /// Begins a line for a mark, and says whether the mark must take the line break away again: with
  /// `~`, which would take white space of the text too.
  private static func breaksLine(_ body: inout HandlebarsText) -> Bool {
    if body.text.last?.isWhitespace ?? true { return false }
    body.add("\n")
    return true
  }

  private static func addMark(
    of message: TemplateMessage, strips: Bool, to body: inout HandlebarsText
  ) {
    let role = message.role == .assistant ? "model" : message.role.rawValue
    body.add(expression: "\(strips ? "~" : "")role \"\(role)\"")
  }

  private static func add(
    _ parts: [ConditionalContent.Part], of message: TemplateMessage, isLast: Bool,
    _ names: TemplateNames, to body: inout HandlebarsText
  ) throws(ExportError) {
    for (index, part) in parts.enumerated() {
      switch part {
      case .piece(.text(let text)):
        let isLast = isLast && index + 1 == parts.count
        // A closing brace right after a tag would belong to it.
        if text.utf8.first == UInt8(ascii: "}") { body.add(tag: "{{!}}") }
        body.add(try escaped(text, isLast: isLast, turn: message.turn))
      case .piece(.variable(let name)): body.add(expression: value(names.name(of: name)))
      case .piece(.response(let turn)): body.add(expression: value(names.name(ofAnswerTo: turn)))
      case .choice(let name, let given, let empty):
        let name = value(names.name(of: name))
        body.add(tag: given.isEmpty ? "{{#unless \(name)}}" : "{{#if \(name)}}")
        try add(given, of: message, isLast: false, names, to: &body)
        if !given.isEmpty, !empty.isEmpty { body.add(tag: "{{else}}") }
        try add(empty, of: message, isLast: false, names, to: &body)
        body.add(tag: given.isEmpty ? "{{/unless}}" : "{{/if}}")
      }
    }
  }

  private static func value(_ name: String) -> String {
    helpers.contains(name) ? "this.\(name)" : name
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
    return String(decoding: result, as: UTF8.self)
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
      if let standard = input.standard {
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
    let optional = input.standard == nil ? "" : "?"
    guard let variable = input.variable else {
      let description = "The answer to turn \(input.turn ?? "")".onOneLine
      return YAMLText.quoted(input.name + optional) + ": "
        + YAMLText.quoted("string, " + description)
    }
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
