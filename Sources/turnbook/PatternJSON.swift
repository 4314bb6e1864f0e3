import ByteText
import JSON
import PatternExtraction
import Patterns

/// The same for programs: turns and slots as they were read, and each block's fate.
struct PatternJSON {
  private let extraction: Extraction

  init(_ extraction: Extraction) { self.extraction = extraction }

  var text: ByteBuffer {
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("version", 1)
      json.member("id", extraction.pattern?.id)
      json.member("title", extraction.pattern?.title)
      json.array("variables") { json in
        for variable in extraction.pattern?.variables ?? [] { Self.write(variable, to: &json) }
      }
      json.array("variants") { json in
        for variant in extraction.pattern?.variants ?? [] { Self.write(variant, to: &json) }
      }
      json.array("fences") { json in
        for decision in extraction.explanation { Self.write(decision, to: &json) }
      }
    }
    return json.finish()
  }

  private static func write(_ variable: Variable, to json: inout JSONWriter) {
    json.object { json in
      json.member("name", variable.name)
      json.member("label", variable.label)
      json.member("hint", variable.hint)
      json.member("type", variable.kind.rawValue)
      json.member("required", variable.isRequired)
      json.member("list", variable.isList)
      json.member("multiline", variable.isMultiline)
      json.member("default", variable.standard)
      json.array("choices") { json in for choice in variable.choices { json.value(choice) } }
      json.member("example", variable.example)
    }
  }

  private static func write(_ variant: Variant, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", variant.id)
      json.member("title", variant.title)
      json.member("kind", variant.kind.rawValue)
      json.array("turns") { json in for turn in variant.turns { write(turn, to: &json) } }
    }
  }

  private static func write(_ turn: Turn, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", turn.id)
      json.member("repeats", turn.repeats)
      json.array("messages") { json in
        for message in turn.messages {
          json.object { json in
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
      }
    }
  }

  private static func write(_ decision: FenceDecision, to json: inout JSONWriter) {
    json.object { json in
      switch decision.verdict {
      case .template(let id):
        json.member("verdict", "template")
        json.member("variant", id)
      case .example(let id):
        json.member("verdict", "example")
        json.member("variant", id)
      case .workedExample(let title):
        json.member("verdict", "worked-example")
        json.member("title", title)
      case .notTaken: json.member("verdict", "not-taken")
      }
      json.member("reason", decision.reason)
      json.member("language", decision.language)
      json.member("path", decision.path)
      json.member("line", decision.line)
    }
  }
}
