import JSON
import Patterns

/// Makes the JSON of a filled body and notes where answers belong.
struct BodyReading {
  let placeholders: Placeholders
  private(set) var needs: [Payload.Need] = []

  init(placeholders: Placeholders) { self.placeholders = placeholders }

  mutating func value(of body: RequestBody, at pointer: String) -> JSONValue {
    switch body {
    case .constant(let value): return value
    case .text(let pieces): return .string(text(of: pieces, at: pointer))
    case .list(let elements):
      var values: [JSONValue] = []
      for (index, element) in elements.enumerated() {
        values.append(value(of: element, at: "\(pointer)/\(index)"))
      }
      return .array(values)
    case .object(let members):
      var object = JSONObject()
      // No key of any provider has a tilde or a slash.
      for member in members {
        object[member.key] = value(of: member.value, at: "\(pointer)/\(member.key)")
      }
      return .object(object)
    }
  }

  private mutating func text(of pieces: [Piece], at pointer: String) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let words): text += words
      case .variable(let name): text += "{\(name)}"
      case .response(let turn):
        let placeholder = placeholders.text(turn)
        text += placeholder
        let need = Payload.Need(turn: turn, pointer: pointer, placeholder: placeholder)
        if !needs.contains(need) { needs.append(need) }
      }
    }
    return text
  }
}
