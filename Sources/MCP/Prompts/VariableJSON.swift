import JSON
import Patterns

/// A variable as programs and people are told of it.
enum VariableJSON {
  static func value(_ variable: Variable) -> JSONValue {
    var object: JSONObject = [
      "name": .string(variable.name), "label": .string(variable.label),
      "type": .string(variable.kind.rawValue), "required": .bool(variable.isRequired),
    ]
    object["hint"] = variable.hint.map { .string($0) }
    object["description"] = variable.description.map { .string($0) }
    object["default"] = variable.standard.map { .string($0) }
    if !variable.choices.isEmpty {
      object["choices"] = .array(variable.choices.map { .string($0) })
    }
    if variable.takesList { object["list"] = true }
    if variable.isMultiline { object["multiline"] = true }
    object["example"] = variable.example.map { .string($0) }
    return .object(object)
  }

  /// What belongs there, in one paragraph.
  static func words(_ variable: Variable) -> String {
    var sentences = [variable.description ?? variable.hint ?? variable.label]
    if !variable.choices.isEmpty {
      sentences.append("One of \(variable.choices.joined(separator: ", "))")
    } else if ![.text, .line, .list].contains(variable.kind) {
      sentences.append("It is \(variable.kind.words)")
    }
    if variable.takesList {
      sentences.append(
        variable.isMultiline
          ? "Several: a JSON array of texts" : "Several: one a line, or a JSON array of texts")
    }
    if let standard = variable.standard, !standard.isEmpty {
      sentences.append("Without it: \(standard)")
    }
    return sentences.joined(separator: ". ")
  }

  /// The values of an argument that a client sends as one text.
  static func values(_ text: String, for variable: Variable) -> [String] {
    guard variable.takesList else { return [text] }
    if let array = (try? JSONValue(parsing: Array(text.utf8)))?.array {
      let texts = array.compactMap(\.string)
      if texts.count == array.count { return texts }
    }
    if variable.isMultiline { return [text] }
    return text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map {
      String(Substring($0))
    }
  }

  /// A number, text or truth as the text of a value; nil for anything else.
  static func text(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .bool(let bool): bool ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let number): number.text
    case .null, .array, .object: nil
    }
  }
}
