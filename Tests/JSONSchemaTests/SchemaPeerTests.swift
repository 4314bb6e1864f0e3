import Foundation
import JSON
import JSONSchema
import Testing

/// What the package `jsonschema` says of the same schemas and values.
@Suite("A schema's judgement", .enabled(if: SchemaPeer.isPresent, SchemaPeer.absent))
struct SchemaPeerTests {
  private static let values = [
    "null", "true", "false", "0", "-0", "1", "1.0", "-1", "1.5", "1e2", "100", "0.1e1",
    "9007199254740993", "9007199254740992", "1e400", "\"\"", "\"a\"", "\"abc\"", "\"é\"",
    "\"e\\u0301\"", "\"\\ud83d\\ude42\"", "\"a\\nb\"", "[]", "[1]", "[1, \"a\"]", "[1, 2, 3]",
    "[[]]", "{}", "{\"a\": 1}", "{\"a\": \"x\", \"b\": 2}", "{\"b\": 2, \"a\": \"x\"}",
    "{\"a\": {\"a\": {\"a\": null}}}", "{\"é\": 1}", "{\"e\\u0301\": 1}", "{\"a\": 1.0}",
  ]

  private static let schemas = [
    "true", "false", "{}", #"{"type": "null"}"#, #"{"type": "boolean"}"#, #"{"type": "integer"}"#,
    #"{"type": "number"}"#, #"{"type": "string"}"#, #"{"type": "array"}"#, #"{"type": "object"}"#,
    #"{"type": ["integer", "null"]}"#, #"{"enum": [1, "a", null, [1]]}"#, #"{"enum": []}"#,
    #"{"const": 1}"#, #"{"const": 1.0}"#, #"{"const": true}"#, #"{"const": false}"#,
    #"{"const": 0}"#, #"{"const": {"b": 2, "a": "x"}}"#, #"{"const": {"a": 1}}"#,
    #"{"const": "é"}"#, #"{"const": [1, "a"]}"#, #"{"const": 9007199254740993}"#,
    #"{"properties": {"a": {"type": "integer"}}}"#, #"{"properties": {"a": false}}"#,
    #"{"properties": {"é": false}}"#, #"{"required": ["a"]}"#, #"{"required": ["a", "b"]}"#,
    #"{"required": []}"#, #"{"additionalProperties": false}"#,
    #"{"properties": {"a": true}, "additionalProperties": false}"#,
    #"{"properties": {"a": true}, "additionalProperties": {"type": "string"}}"#,
    #"{"additionalProperties": {"type": "integer"}}"#, #"{"items": {"type": "integer"}}"#,
    #"{"items": false}"#, #"{"items": true}"#, #"{"minItems": 1}"#, #"{"minItems": 2}"#,
    #"{"maxItems": 1}"#, #"{"maxItems": 0}"#, #"{"minItems": 1.0}"#, #"{"minLength": 1}"#,
    #"{"minLength": 2}"#, #"{"maxLength": 1}"#, #"{"maxLength": 0}"#, #"{"pattern": "^a"}"#,
    #"{"pattern": "b"}"#, #"{"pattern": "^[a-c]+$"}"#, #"{"pattern": "^.$"}"#, #"{"pattern": ""}"#,
    #"{"minimum": 0}"#, #"{"minimum": 1}"#, #"{"minimum": 1.5}"#, #"{"maximum": 1}"#,
    #"{"maximum": -0.5}"#, #"{"minimum": 9007199254740993}"#, #"{"maximum": 9007199254740992}"#,
    #"{"anyOf": [{"type": "string"}, {"minimum": 1}]}"#, #"{"anyOf": [false, {"const": 1}]}"#,
    #"{"oneOf": [{"type": "number"}, {"type": "integer"}]}"#, #"{"oneOf": [true, true]}"#,
    #"{"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}"#,
    #"{"allOf": [{"type": "number"}, {"minimum": 1}]}"#, #"{"not": {"type": "string"}}"#,
    #"{"not": {}}"#, #"{"not": {"not": {"type": "array"}}}"#,
    ##"{"$ref": "#/$defs/n", "$defs": {"n": {"type": "integer"}}}"##,
    ##"{"$ref": "#/$defs/n", "minimum": 1, "$defs": {"n": {"type": "integer"}}}"##,
    ##"{"$ref": "#/$defs/a~1b~0c", "$defs": {"a/b~c": {"type": "object"}}}"##,
    ##"{"$ref": "#/$defs/t", "$defs": {"t": {"type": ["object", "null"], "required": [], "additionalProperties": {"$ref": "#/$defs/t"}}}}"##,
    ##"{"items": {"$ref": "#/$defs/x"}, "$defs": {"x": {"oneOf": [{"$ref": "#/$defs/y"}, {"type": "null"}]}, "y": {"type": "integer", "minimum": 2}}}"##,
    #"{"type": "object", "properties": {"a": {"properties": {"a": {"required": ["a"]}}}}}"#,
  ]

  @Test("is that of the package jsonschema, for every schema and every value")
  func peers() throws {
    let theirs = try SchemaPeer.judge(Self.schemas, Self.values)
    #expect(theirs.count == Self.schemas.count)
    var fitting = 0
    for (text, judgements) in zip(Self.schemas, theirs) {
      let schema = try Schema(JSONValue(parsing: Array(text.utf8)))
      #expect(judgements.count == Self.values.count)
      for (value, fits) in zip(Self.values, judgements) {
        let found = schema.violations(of: try JSONValue(parsing: Array(value.utf8)))
        #expect(found.isEmpty == fits, "\(text) and \(value): \(found)")
        fitting += fits ? 1 : 0
      }
    }
    // Both answers are common.
    #expect(fitting > 500 && fitting < Self.schemas.count * Self.values.count - 500)
  }

  @Test(
    "calls a schema wrong that the package calls wrong",
    arguments: [
      #"{"type": "text"}"#, #"{"type": []}"#, #"{"enum": 1}"#, #"{"required": [1]}"#,
      #"{"minItems": -1}"#, #"{"maxLength": 1.5}"#, #"{"minimum": "1"}"#, #"{"anyOf": []}"#,
      #"{"properties": []}"#, #"{"items": 3}"#, #"{"required": "a"}"#, #"{"oneOf": {}}"#,
    ])
  func wrong(text: String) throws {
    #expect(try SchemaPeer.judge([text], ["1"]) == [[]])
    #expect(throws: SchemaFaults.self) { try Schema(JSONValue(parsing: Array(text.utf8))) }
  }
}

/// `Tests/Peers/schemas.py`, in the environment that `Scripts/python.sh` makes.
private enum SchemaPeer {
  private static let repository =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  private static let python = repository + "/.build/venv/bin/python"

  static var isPresent: Bool { FileManager.default.isExecutableFile(atPath: python) }
  static let absent: Comment = "SKIPPED: no Python packages; run Scripts/python.sh"

  /// Whether each value fits each schema; an empty row for what is no schema.
  static func judge(_ schemas: [String], _ values: [String]) throws -> [[Bool]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appending(path: "input")
    let output = folder.appending(path: "output")
    try JSONEncoder().encode(["schemas": schemas, "values": values]).write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [repository + "/Tests/Peers/schemas.py"]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "the package could not judge")
    return try JSONDecoder().decode([[Bool]].self, from: Data(contentsOf: output))
  }
}
