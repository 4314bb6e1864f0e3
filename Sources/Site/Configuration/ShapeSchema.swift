import ByteText
import JSON
import YAML

/// Writes a table of keys as JSON Schema (draft 2020-12), so that editors can complete and check a
/// file.
enum ShapeSchema {
  /// The schema of a file that is this record, indented and with a line break at its end.
  /// - Parameter definitions: what `Shape.other` refers to, by name.
  static func text(title: String, record: Record, definitions: JSONValue? = nil) -> [UInt8] {
    var document = JSONObject()
    document["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    document["title"] = .string(title)
    for member in schema(of: record).members { document[member.key] = member.value }
    document["$defs"] = definitions
    var buffer = ByteBuffer()
    buffer.append(json: .object(document), layout: .indented)
    buffer.append("\n")
    return buffer.array
  }

  private static func schema(of record: Record) -> JSONObject {
    var properties = JSONObject()
    for field in record.fields {
      var property = schema(of: field.shape)
      property["description"] = .string(field.summary)
      property["default"] =
        switch field.standard {
        case .text(let text): .string(text)
        case .bool(let bool): .bool(bool)
        case .integer(let integer): .integer(Int64(integer))
        case nil: nil
        }
      properties[field.name] = .object(property)
    }
    var schema = type("object")
    schema["properties"] = .object(properties)
    let required = record.fields.filter(\.isRequired).map { JSONValue.string($0.name) }
    schema["required"] = required.isEmpty ? nil : .array(required)
    schema["additionalProperties"] = .bool(record.isOpen)
    return schema
  }

  private static func schema(of shape: Shape) -> JSONObject {
    switch shape {
    case .text: return scalar(pattern: nil)
    case .formatted(let format): return scalar(pattern: format.pattern)
    case .choice(let words): return member("enum", .array(words.map(JSONValue.string)))
    case .bool: return type("boolean")
    case .integer(let range):
      var schema = type("integer")
      schema["minimum"] = range.lowerBound == .min ? nil : .integer(Int64(range.lowerBound))
      return schema
    case .number(let range):
      var schema = type("number")
      schema["minimum"] = JSONNumber(range.lowerBound).map(JSONValue.number)
      return schema
    case .date:
      var schema = type("string")
      schema["pattern"] = #"^\d{4}-\d{1,2}-\d{1,2}([Tt \t].*)?$"#
      return schema
    case .list(let shape, _):
      var schema = type("array")
      schema["items"] = .object(Self.schema(of: shape))
      return schema
    case .record(let record): return schema(of: record)
    case .dictionary(let keys, let shape, _):
      var schema = type("object")
      schema["propertyNames"] = keys.pattern.map { ["pattern": .string($0)] }
      schema["additionalProperties"] = .object(nullable(Self.schema(of: shape)))
      return schema
    case .either(let shapes):
      return member("anyOf", .array(shapes.map { .object(Self.schema(of: $0)) }))
    case .other(_, let definition): return member("$ref", .string("#/$defs/" + definition))
    }
  }

  /// A scalar that YAML would read as a number or a truth value is text where text is wanted.
  private static func scalar(pattern: String?) -> JSONObject {
    var schema = member("type", ["string", "number", "boolean"])
    schema["pattern"] = pattern.map(JSONValue.string)
    return schema
  }

  private static func nullable(_ schema: JSONObject) -> JSONObject {
    member("anyOf", [.object(schema), ["type": "null"]])
  }

  private static func type(_ name: String) -> JSONObject { member("type", .string(name)) }

  private static func member(_ key: String, _ value: JSONValue) -> JSONObject {
    var object = JSONObject()
    object[key] = value
    return object
  }
}
