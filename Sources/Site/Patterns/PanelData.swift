import ByteText
import JSON
import Patterns

/// What the panel on a page needs of its pattern, as JSON that can stand in a `<script>` element:
/// the keys are those of pattern files.
enum PanelData {
  static func json(_ pattern: Pattern) -> [UInt8] {
    var json = JSONWriter(escaping: .script)
    json.object { json in
      json.member("id", pattern.id)
      json.member("title", pattern.title)
      json.array("platforms") { json in
        for platform in pattern.platforms {
          guard let format = format(of: platform.id) else { continue }
          json.object { json in
            json.member("name", platform.name)
            json.member("format", format)
          }
        }
      }
      json.array("variables") { json in
        for variable in pattern.variables { json.object { json in write(variable, to: &json) } }
      }
      json.array("variants") { json in
        for variant in pattern.variants { json.object { json in write(variant, to: &json) } }
      }
    }
    return json.finish().array
  }

  /// In whose requests a conversation for a platform is written, by what sites call platforms; nil
  /// for one that is not known.
  private static func format(of platform: String) -> String? {
    switch platform {
    case "claude", "anthropic": "anthropic"
    case "openai", "chatgpt", "gpt": "openai"
    case "gemini", "google": "gemini"
    case "m365-copilot", "microsoft-365-copilot": "m365-copilot"
    case "ollama": "ollama"
    default: nil
    }
  }

  private static func write(_ variable: Variable, to json: inout JSONWriter) {
    json.member("name", variable.name)
    json.member("label", variable.label)
    json.member("hint", variable.hint)
    json.member("description", variable.description)
    json.member("type", variable.kind.rawValue)
    json.member("required", variable.isRequired)
    json.member("default", variable.standard)
    json.array("choices") { json in for choice in variable.choices { json.value(choice) } }
    json.member("list", variable.isList)
    json.member("multiline", variable.isMultiline)
    json.array("aliases") { json in for alias in variable.aliases { json.value(alias) } }
    json.member("example", variable.example)
  }

  private static func write(_ variant: Variant, to json: inout JSONWriter) {
    json.member("id", variant.id)
    json.member("title", variant.title)
    json.member("kind", variant.kind.rawValue)
    json.array("turns") { json in
      for turn in variant.turns { json.object { json in write(turn, to: &json) } }
    }
    // Of the first example that fits its template; the variables have values of their own too.
    json.key("example")
    guard let values = variant.filled.lazy.compactMap(\.values).first else { return json.null() }
    json.object { json in for value in values { json.member(value.name, value.value) } }
  }

  private static func write(_ turn: Turn, to json: inout JSONWriter) {
    json.member("id", turn.id)
    json.member("repeats", turn.repeats)
    json.array("messages") { json in for message in turn.messages { json.value(message) } }
    json.member("fork_of", turn.forkOf)
  }
}
