package import JSON

/// A JSON Schema in the keywords of `SchemaKeyword`, as draft 2020-12 has them.
///
/// What it demands stands in one array, and a schema in a schema is the place of its node there, so
/// that a reference is one more place.
package struct Schema: Sendable, Hashable {
  let nodes: [SchemaNode]
  let root: Int

  /// - Throws: Everything that is wrong with it.
  package init(_ value: JSONValue) throws(SchemaFaults) {
    var reader = SchemaReader(value)
    root = reader.readAll()
    guard reader.faults.isEmpty else { throw SchemaFaults(faults: reader.faults) }
    nodes = reader.nodes
  }
}

/// What one schema demands; nothing where it says nothing.
struct SchemaNode: Sendable, Hashable {
  struct Property: Sendable, Hashable {
    var name: String
    var schema: Int
  }

  /// The schema `false`.
  var allowsNothing = false
  var types: [ValueType]?
  var values: [JSONValue]?
  var constant: JSONValue?
  var properties: [Property] = []
  var required: [String] = []
  var otherProperties: Int?
  var items: Int?
  var minimumItems: Int?
  var maximumItems: Int?
  /// In code points, as the next one.
  var minimumLength: Int?
  var maximumLength: Int?
  var pattern: String?
  var minimum: JSONValue?
  var maximum: JSONValue?
  var any: [Int]?
  var one: [Int]?
  var all: [Int] = []
  var not: Int?
  var reference: Int?

  /// The schemas that the same value has to do with.
  var inPlace: [Int] {
    [reference, not].compactMap { $0 } + all + (any ?? []) + (one ?? [])
  }
}

/// The kinds of values that `type` tells apart.
enum ValueType: String, CaseIterable, Sendable {
  case null, boolean, object, array, number, string, integer

  /// The kind of a value; a whole number is an `integer`.
  init(of value: JSONValue) {
    switch value {
    case .null: self = .null
    case .bool: self = .boolean
    case .object: self = .object
    case .array: self = .array
    case .string: self = .string
    case .integer: self = .integer
    case .number: self = ExactNumber(value)?.isWhole == true ? .integer : .number
    }
  }

  func holds(_ other: ValueType) -> Bool { self == other || self == .number && other == .integer }
}

/// One mistake in a schema.
package struct SchemaFault: Sendable, Hashable {
  /// In the schema.
  package var place: JSONPointer
  /// A sentence without a full stop.
  package var words: String
}

package struct SchemaFaults: Error, Sendable, Hashable {
  package var faults: [SchemaFault]
}
