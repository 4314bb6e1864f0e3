import JSON

/// What a request is called by whoever sent it: a text or a whole number, and never null.
enum RequestID: Hashable, Sendable {
  case text(String)
  case number(Int64)

  init?(_ value: JSONValue?) {
    switch value {
    case .string(let text): self = .text(text)
    case .integer(let number): self = .number(number)
    default: return nil
    }
  }

  var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .integer(number)
    }
  }
}
