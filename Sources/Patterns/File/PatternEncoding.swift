package import JSON

/// Writes a pattern with its keys in their fixed order.
enum PatternEncoding {
  static func write(_ pattern: Pattern, to json: inout JSONWriter) {
    json.object { json in
      json.member("format", PatternFile.format)
      json.member("id", pattern.id)
      json.member("title", pattern.title)
      json.member("description", pattern.description)
      json.member("language", pattern.language)
      json.member("url", pattern.url)
      json.member("markdown_url", pattern.markdownURL)
      json.object("source") { json in
        json.member("path", pattern.source.path)
        json.member("sha256", pattern.source.sha256)
      }
      texts("tags", pattern.tags, to: &json)
      write(pattern.goal, to: &json)
      texts("platforms", pattern.platforms.map(\.id), to: &json)
      list("platform_info", pattern.platforms, to: &json) { platform, json in
        json.member("id", platform.id)
        json.member("name", platform.name)
        json.member("window", platform.window)
      }
      texts("when_to_use", pattern.whenToUse, to: &json)
      list("variables", pattern.variables, to: &json, write)
      list("variants", pattern.variants, to: &json, write)
      list("examples", pattern.examples, to: &json, write)
      list("pitfalls", pattern.pitfalls, to: &json, write)
      list("related", pattern.related, to: &json, write)
      list("reading", pattern.reading, to: &json) { reading, json in
        json.member("text", reading.text)
        json.member("url", reading.url)
      }
    }
  }

  private static func write(_ goal: Pattern.Goal?, to json: inout JSONWriter) {
    json.key("goal")
    guard let goal else { return json.null() }
    json.object { json in
      json.member("statement", goal.statement)
      texts("done_when", goal.doneWhen, to: &json)
    }
  }

  fileprivate static func write(_ variable: Variable, to json: inout JSONWriter) {
    json.member("name", variable.name)
    json.member("label", variable.label)
    json.member("hint", variable.hint)
    json.member("description", variable.description)
    json.member("type", variable.kind.rawValue)
    json.member("required", variable.isRequired)
    json.member("default", variable.standard)
    texts("choices", variable.choices, to: &json)
    json.member("list", variable.isList)
    json.member("multiline", variable.isMultiline)
    json.member("remember", variable.remember.rawValue)
    texts("aliases", variable.aliases, to: &json)
    json.member("example", variable.example)
    write(variable.source, to: &json)
  }

  private static func write(_ variant: Variant, to json: inout JSONWriter) {
    json.member("id", variant.id)
    json.member("title", variant.title)
    json.member("description", variant.description)
    json.member("kind", variant.kind.rawValue)
    list("turns", variant.turns, to: &json, write)
    list("filled", variant.filled, to: &json) { example, json in
      json.member("title", example.title)
      list("turns", example.turns, to: &json, write)
      json.key("values")
      guard let values = example.values else { return json.null() }
      json.object { json in for value in values { json.member(value.name, value.value) } }
    }
  }

  private static func write(_ turn: Turn, to json: inout JSONWriter) {
    json.member("id", turn.id)
    json.member("repeats", turn.repeats)
    json.array("messages") { json in for message in turn.messages { json.value(message) } }
    json.member("fork_of", turn.forkOf)
    write(turn.source, to: &json)
  }

  private static func write(_ span: SourceSpan?, to json: inout JSONWriter) {
    json.key("source")
    guard let span else { return json.null() }
    json.object { json in
      json.member("line", span.line)
      json.member("column", span.column)
      json.member("end_line", span.endLine)
      json.member("end_column", span.endColumn)
    }
  }

  private static func write(_ example: WorkedExample, to json: inout JSONWriter) {
    json.member("title", example.title)
    json.member("context", example.context)
    list("turns", example.turns, to: &json, write)
    json.member("why", example.why)
  }

  private static func write(_ pitfall: Pattern.Pitfall, to json: inout JSONWriter) {
    json.member("title", pitfall.title)
    json.member("severity", pitfall.severity)
    json.member("problem", pitfall.problem)
    json.member("fix", pitfall.fix)
    json.member("text", pitfall.text)
  }

  private static func write(_ related: Pattern.Related, to json: inout JSONWriter) {
    json.member("id", related.id)
    json.member("href", related.href)
    json.member("title", related.title)
    json.member("note", related.note)
  }

  private static func texts(_ key: String, _ texts: [String], to json: inout JSONWriter) {
    json.array(key) { json in for text in texts { json.value(text) } }
  }

  /// An array of objects.
  private static func list<Element>(
    _ key: String, _ elements: [Element], to json: inout JSONWriter,
    _ members: (Element, inout JSONWriter) -> Void
  ) {
    json.array(key) { json in
      for element in elements { json.object { json in members(element, &json) } }
    }
  }
}

extension JSONWriter {
  /// A pattern as its file has it.
  package mutating func value(_ pattern: Pattern) { PatternEncoding.write(pattern, to: &self) }

  /// A message as a pattern file has it.
  package mutating func value(_ message: Message) {
    object { json in
      json.member("role", message.role.rawValue)
      json.array("content") { json in
        for piece in message.content {
          json.object { json in
            switch piece {
            case .text(let text): json.member("text", text)
            case .variable(let name): json.member("variable", name)
            case .response(let id): json.member("response", id)
            }
          }
        }
      }
    }
  }

  /// A variable as a pattern file has it.
  package mutating func value(_ variable: Variable) {
    object { json in PatternEncoding.write(variable, to: &json) }
  }
}
