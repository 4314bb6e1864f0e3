/// Any JSON text as a value. Objects keep the order of their keys, numbers their spelling, so that
/// what was read can be written again unchanged.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A whole number that fits 64 bits.
  case integer(Int64)
  /// Every other number: with a fraction, an exponent, or too large for 64 bits.
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

/// What the value holds, nil when it is of another kind.
extension JSONValue {
  package var isNull: Bool { self == .null }

  package var bool: Bool? {
    if case .bool(let bool) = self { bool } else { nil }
  }

  package var integer: Int? {
    if case .integer(let integer) = self { Int(exactly: integer) } else { nil }
  }

  /// The number, whole or not.
  package var double: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number.value
    default: nil
    }
  }

  package var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  package var array: [JSONValue]? {
    if case .array(let array) = self { array } else { nil }
  }

  package var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The member of an object; nil when there is none or the value is no object.
  package subscript(key: String) -> JSONValue? { object?[key] }

  /// The element of an array; nil when there is none or the value is no array.
  package subscript(index: Int) -> JSONValue? {
    guard let array, array.indices.contains(index) else { return nil }
    return array[index]
  }
}
