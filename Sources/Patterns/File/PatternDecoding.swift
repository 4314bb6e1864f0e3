import JSON

/// Reads a pattern from the fields of its file; fields may stand in any order.
struct PatternDecoding {
  /// The paths of fields that are not known.
  private(set) var ignored: [String] = []

  mutating func pattern(_ fields: Fields) throws(PatternFileError) -> Pattern {
    var fields = fields
    var pattern = Pattern(
      id: try fields.text("id"), title: try fields.text("title"),
      description: try fields.text("description"), language: try fields.text("language"),
      url: try fields.text("url"), markdownURL: try fields.text("markdown_url"))
    pattern.source = try object(fields.value("source"), fields.place("source")) {
      (_, fields) throws(PatternFileError) in
      Pattern.Source(path: try fields.text("path"), sha256: try fields.text("sha256"))
    }
    pattern.tags = try fields.texts("tags")
    pattern.goal = try goal(&fields)
    pattern.platforms = try platforms(&fields)
    pattern.whenToUse = try fields.texts("when_to_use")
    pattern.variables = try objects("variables", &fields, Self.variable)
    pattern.variants = try objects("variants", &fields, Self.variant)
    pattern.examples = try objects("examples", &fields, Self.example)
    pattern.pitfalls = try objects("pitfalls", &fields) { (_, fields) throws(PatternFileError) in
      Pattern.Pitfall(
        title: try fields.text("title"), severity: try fields.text("severity"),
        problem: try fields.optionalText("problem"), fix: try fields.optionalText("fix"),
        text: try fields.optionalText("text"))
    }
    pattern.related = try objects("related", &fields) { (_, fields) throws(PatternFileError) in
      Pattern.Related(
        id: try fields.optionalText("id"), href: try fields.text("href"),
        title: try fields.text("title"), note: try fields.optionalText("note"))
    }
    pattern.reading = try objects("reading", &fields) { (_, fields) throws(PatternFileError) in
      Pattern.Reading(text: try fields.text("text"), url: try fields.text("url"))
    }
    ignored = fields.ignored + ignored
    return pattern
  }

  // MARK: - Objects

  typealias Reader<Element> = (inout PatternDecoding, inout Fields) throws(PatternFileError) ->
    Element

  mutating func object<Element>(
    _ value: JSONValue, _ path: String, _ read: Reader<Element>
  ) throws(PatternFileError) -> Element {
    var fields = try Fields(value, at: path)
    let element = try read(&self, &fields)
    ignored += fields.ignored
    return element
  }

  mutating func objects<Element>(
    _ key: String, _ fields: inout Fields, _ read: Reader<Element>
  ) throws(PatternFileError) -> [Element] {
    try fields.list(key) { (value, path) throws(PatternFileError) in
      try object(value, path, read)
    }
  }

  // MARK: - Parts

  private mutating func goal(_ fields: inout Fields) throws(PatternFileError) -> Pattern.Goal? {
    let value = try fields.value("goal")
    if value.isNull { return nil }
    return try object(value, fields.place("goal")) { (_, fields) throws(PatternFileError) in
      Pattern.Goal(
        statement: try fields.text("statement"), doneWhen: try fields.texts("done_when"))
    }
  }

  /// What is said of a platform counts where the pattern names it.
  private mutating func platforms(
    _ fields: inout Fields
  ) throws(PatternFileError) -> [Pattern.Platform] {
    let ids = try fields.texts("platforms")
    let known = try objects("platform_info", &fields) { (_, fields) throws(PatternFileError) in
      Pattern.Platform(
        id: try fields.text("id"), name: try fields.text("name"),
        window: try fields.optionalNumber("window"))
    }
    return ids.map { id in
      known.first { $0.id == id } ?? Pattern.Platform(id: id, name: id, window: nil)
    }
  }

  private static func variable(
    _ decoding: inout PatternDecoding, _ fields: inout Fields
  ) throws(PatternFileError) -> Variable {
    var variable = Variable(
      name: try fields.text("name"), label: try fields.text("label"))
    if variable.name.isEmpty { throw fields.expected("a name", "name") }
    variable.hint = try fields.optionalText("hint")
    variable.description = try fields.optionalText("description")
    variable.kind = try fields.word("type", Variable.Kind.self)
    variable.isRequired = try fields.bool("required")
    variable.standard = try fields.optionalText("default")
    variable.choices = try fields.texts("choices")
    variable.isList = try fields.bool("list")
    variable.isMultiline = try fields.bool("multiline")
    variable.remember = try fields.word("remember", Variable.Memory.self)
    variable.aliases = try fields.texts("aliases")
    variable.example = try fields.optionalText("example")
    variable.source = try decoding.source(&fields)
    return variable
  }

  private static func variant(
    _ decoding: inout PatternDecoding, _ fields: inout Fields
  ) throws(PatternFileError) -> Variant {
    var variant = Variant(
      id: try fields.text("id"), title: try fields.text("title"),
      kind: try fields.word("kind", Variant.Kind.self))
    variant.description = try fields.optionalText("description")
    variant.turns = try decoding.objects("turns", &fields, turn)
    variant.filled = try decoding.objects("filled", &fields) {
      (decoding, fields) throws(PatternFileError) in
      FilledExample(
        title: try fields.optionalText("title"),
        turns: try decoding.objects("turns", &fields, turn), values: try values(&fields))
    }
    return variant
  }

  private static func values(
    _ fields: inout Fields
  ) throws(PatternFileError) -> [FilledExample.Value]? {
    let value = try fields.value("values")
    if value.isNull { return nil }
    guard let object = value.object else { throw fields.expected("an object or null", "values") }
    var values: [FilledExample.Value] = []
    for member in object.members {
      guard let text = member.value.string else {
        throw fields.expected("a string", "values.\(member.key)")
      }
      values.append(FilledExample.Value(name: member.key, value: text))
    }
    return values
  }

  private static func example(
    _ decoding: inout PatternDecoding, _ fields: inout Fields
  ) throws(PatternFileError) -> WorkedExample {
    WorkedExample(
      title: try fields.text("title"), context: try fields.optionalText("context"),
      turns: try decoding.objects("turns", &fields, turn), why: try fields.optionalText("why"))
  }

  private static func turn(
    _ decoding: inout PatternDecoding, _ fields: inout Fields
  ) throws(PatternFileError) -> Turn {
    var turn = Turn(id: try fields.text("id"), repeats: try fields.bool("repeats"))
    turn.messages = try decoding.objects("messages", &fields) {
      (decoding, fields) throws(PatternFileError) in
      Message(
        role: try fields.word("role", Message.Role.self),
        content: try decoding.objects("content", &fields, piece))
    }
    turn.forkOf = try fields.optionalText("fork_of")
    turn.source = try decoding.source(&fields)
    return turn
  }

  private static func piece(
    _ decoding: inout PatternDecoding, _ fields: inout Fields
  ) throws(PatternFileError) -> Piece {
    switch ["text", "variable", "response"].filter(fields.has) {
    case ["text"]: return .text(try fields.text("text"))
    case ["variable"]: return .variable(try fields.text("variable"))
    case ["response"]: return .response(try fields.text("response"))
    default: throw fields.expectedHere("one of text, variable and response")
    }
  }

  private mutating func source(_ fields: inout Fields) throws(PatternFileError) -> SourceSpan? {
    let value = try fields.value("source")
    if value.isNull { return nil }
    return try object(value, fields.place("source")) { (_, fields) throws(PatternFileError) in
      SourceSpan(
        line: try fields.number("line"), column: try fields.number("column"),
        endLine: try fields.number("end_line"), endColumn: try fields.number("end_column"))
    }
  }
}
