import JSON
import Patterns

/// The body of a request while its texts still have places for values and answers.
indirect enum RequestBody {
  case constant(JSONValue)
  case text([Piece])
  case list([RequestBody])
  case object([Member])

  struct Member {
    let key: String
    let value: RequestBody
  }
}

extension RequestBody: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByArrayLiteral, ExpressibleByBooleanLiteral
{
  init(stringLiteral value: String) { self = .constant(.string(value)) }
  init(booleanLiteral value: Bool) { self = .constant(.bool(value)) }
  init(arrayLiteral elements: RequestBody...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, RequestBody)...) {
    self = .object(elements.map { Member(key: $0.0, value: $0.1) })
  }

  static func string(_ text: String) -> RequestBody { .constant(.string(text)) }
  static func bool(_ bool: Bool) -> RequestBody { .constant(.bool(bool)) }
  static func number(_ number: Int) -> RequestBody { .constant(.integer(Int64(number))) }
}

extension [RequestBody.Member] {
  mutating func add(_ key: String, _ value: RequestBody?) {
    if let value { append(RequestBody.Member(key: key, value: value)) }
  }
}
