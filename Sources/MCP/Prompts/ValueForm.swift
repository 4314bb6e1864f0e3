import JSON
import Patterns

/// A variable as a field of a form: the few kinds of JSON Schema that `elicitation/create` allows.
enum ValueForm {
  static func schema(_ variable: Variable, _ terms: Terms) -> JSONValue {
    var schema = kind(variable, terms)
    schema["title"] = .string(variable.label)
    schema["description"] = .string(VariableJSON.words(variable))
    return .object(schema)
  }

  private static func kind(_ variable: Variable, _ terms: Terms) -> JSONObject {
    let choices = JSONValue.array(variable.choices.map { .string($0) })
    if variable.takesList {
      guard !variable.choices.isEmpty, terms.revision.hasListsInForms else {
        return ["type": "string"]
      }
      return ["type": "array", "minItems": 1, "items": ["type": "string", "enum": choices]]
    }
    if !variable.choices.isEmpty { return ["type": "string", "enum": choices] }
    return switch variable.kind {
    case .number: ["type": "number"]
    case .integer: ["type": "integer"]
    case .boolean: ["type": "boolean"]
    case .date: ["type": "string", "format": "date"]
    case .url: ["type": "string", "format": "uri"]
    case .text, .line, .choice, .list, .file, .secret: ["type": "string", "minLength": 1]
    }
  }
}
