import ByteText
import JSON

/// The JSON Schema of pattern files, draft 2020-12, which a site publishes beside them.
///
/// It allows fields that it does not know, so that a file of a later minor version is valid too.
package enum PatternSchema {
  /// Where a site has it.
  package static let path = "schemas/pattern.schema.json"

  package static func encoded() -> [UInt8] {
    var json = JSONWriter(layout: .indented)
    json.value(value)
    var buffer = json.finish()
    buffer.append("\n")
    return buffer.array
  }

  private static let value: JSONValue = .object(
    members([
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("title", "A pattern of a Turnbook guide"),
      ("$ref", "#/$defs/pattern"),
      ("$defs", .object(members(definitions))),
    ]))

  private static let definitions: [(String, JSONValue)] = [
    ("pattern", object(pattern)),
    ("goal", object([("statement", text), ("done_when", list(text))])),
    (
      "platform",
      object([
        ("id", name), ("name", text), ("window", ["type": ["integer", "null"], "minimum": 1]),
      ])
    ),
    ("variable", object(variable)),
    (
      "variant",
      object([
        ("id", name), ("title", text), ("description", textOrNull),
        ("kind", words(Variant.Kind.self)), ("turns", list(reference("turn"))),
        ("filled", list(reference("filled"))),
      ])
    ),
    (
      "filled",
      object([
        ("title", textOrNull), ("turns", list(reference("turn"))),
        ("values", ["type": ["object", "null"], "additionalProperties": text]),
      ])
    ),
    (
      "turn",
      object([
        ("id", ["type": "string", "pattern": "^([1-9][0-9]*|n)$"]), ("repeats", flag),
        ("messages", list(reference("message"))), ("fork_of", textOrNull),
        ("source", orNull(reference("span"))),
      ])
    ),
    (
      "message",
      object([("role", words(Message.Role.self)), ("content", list(reference("piece")))])
    ),
    (
      "piece",
      [
        "oneOf": [
          object([("text", text)]), object([("variable", name)]), object([("response", name)]),
        ]
      ]
    ),
    (
      "span",
      object([
        ("line", place), ("column", place), ("end_line", place), ("end_column", place),
      ])
    ),
    (
      "example",
      object([
        ("title", text), ("context", textOrNull), ("turns", list(reference("turn"))),
        ("why", textOrNull),
      ])
    ),
    (
      "pitfall",
      object([
        ("title", text), ("severity", text), ("problem", textOrNull), ("fix", textOrNull),
        ("text", textOrNull),
      ])
    ),
    (
      "related",
      object([("id", textOrNull), ("href", text), ("title", text), ("note", textOrNull)])
    ),
    ("reading", object([("text", text), ("url", text)])),
  ]

  private static let pattern: [(String, JSONValue)] = [
    ("format", ["type": "string", "pattern": #"^turnbook\.pattern/1(\.[0-9]+)?$"#]),
    ("id", name), ("title", text), ("description", text), ("language", text), ("url", text),
    ("markdown_url", text),
    (
      "source",
      object([("path", text), ("sha256", ["type": "string", "pattern": "^([0-9a-f]{64})?$"])])
    ),
    ("tags", list(text)), ("goal", orNull(reference("goal"))), ("platforms", list(name)),
    ("platform_info", list(reference("platform"))), ("when_to_use", list(text)),
    ("variables", list(reference("variable"))),
    ("variants", ["type": "array", "minItems": 1, "items": reference("variant")]),
    ("examples", list(reference("example"))), ("pitfalls", list(reference("pitfall"))),
    ("related", list(reference("related"))), ("reading", list(reference("reading"))),
  ]

  private static let variable: [(String, JSONValue)] = [
    ("name", name), ("label", text), ("hint", textOrNull), ("description", textOrNull),
    ("type", words(Variable.Kind.self)), ("required", flag), ("default", textOrNull),
    ("choices", list(text)), ("list", flag), ("multiline", flag),
    ("remember", words(Variable.Memory.self)), ("aliases", list(text)), ("example", textOrNull),
    ("source", orNull(reference("span"))),
  ]

  // MARK: - Words of the schema

  private static let text: JSONValue = ["type": "string"]
  private static let name: JSONValue = ["type": "string", "minLength": 1]
  private static let flag: JSONValue = ["type": "boolean"]
  private static let textOrNull: JSONValue = ["type": ["string", "null"]]
  /// A line or column.
  private static let place: JSONValue = ["type": "integer", "minimum": 1]

  private static func orNull(_ schema: JSONValue) -> JSONValue {
    ["oneOf": [schema, ["type": "null"]]]
  }

  private static func list(_ schema: JSONValue) -> JSONValue {
    ["type": "array", "items": schema]
  }

  private static func reference(_ name: String) -> JSONValue { ["$ref": "#/$defs/\(name)"] }

  private static func words<Word: RawRepresentable<String> & CaseIterable>(
    _ type: Word.Type
  ) -> JSONValue {
    ["enum": .array(Word.allCases.map { .string($0.rawValue) })]
  }

  /// An object that has all of these members.
  private static func object(_ properties: [(String, JSONValue)]) -> JSONValue {
    [
      "type": "object", "required": .array(properties.map { .string($0.0) }),
      "properties": .object(members(properties)),
    ]
  }

  private static func members(_ list: [(String, JSONValue)]) -> JSONObject {
    list.reduce(into: JSONObject()) { $0[$1.0] = $1.1 }
  }
}
