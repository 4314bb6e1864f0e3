import Foundation
import JSON
import JSONSchema
import Testing

@Suite("A schema")
struct SchemaTests {
  private static func schema(_ text: String) throws -> Schema {
    try Schema(JSONValue(parsing: Array(text.utf8)))
  }

  private static func violations(_ schema: String, _ value: String) throws -> [String] {
    try Self.schema(schema).violations(of: JSONValue(parsing: Array(value.utf8)))
      .map { "\($0.place) \($0.words)" }
  }

  @Test("says every place of a value that does not fit, and why")
  func places() throws {
    let schema = """
      {"type": "object", "required": ["name", "items"], "additionalProperties": false,
       "properties": {"name": {"type": "string", "minLength": 3},
                      "items": {"type": "array", "items": {"$ref": "#/$defs/item"}}},
       "$defs": {"item": {"type": "object", "properties": {"price": {"minimum": 0.5}}}}}
      """
    let value = #"{"name": "ab", "items": [{"price": 1}, {"price": 0.25}, 7], "a/b": null}"#
    #expect(
      try Self.violations(schema, value) == [
        "/name has 2 characters and needs at least 3",
        "/items/1/price is 0.25 and must be at least 0.5",
        "/items/2 is a whole number and must be an object", "/a~1b is not allowed",
      ])
    #expect(try Self.violations(schema, "{}") == [" has no \"name\"", " has no \"items\""])
  }

  @Test(
    "is refused for a keyword that is not known, wherever it stands",
    arguments: [
      (#"{"format": "date"}"#, "/format"),
      (#"{"properties": {"a": {"multipleOf": 2}}}"#, "/properties/a/multipleOf"),
      (#"{"$defs": {"x": {"uniqueItems": true}}}"#, "/$defs/x/uniqueItems"),
      (#"{"anyOf": [{}, {"not": {"prefixItems": []}}]}"#, "/anyOf/1/not/prefixItems"),
      (#"{"items": {"additionalProperties": {"if": true}}}"#, "/items/additionalProperties/if"),
    ])
  func unknown(text: String, place: String) throws {
    let error = try #require(throws: SchemaFaults.self) { try Self.schema(text) }
    #expect(error.faults.map(\.place.text) == [place])
    let name = place.split(separator: "/").last ?? ""
    #expect(error.faults.allSatisfy { $0.words.contains("\"\(name)\"") })
  }

  @Test(
    "is refused for a value that its keyword cannot have",
    arguments: [
      (#"{"type": "text"}"#, "/type"), (#"{"type": ["string", "string"]}"#, "/type/1"),
      (#"{"type": []}"#, "/type"), (#"{"enum": 1}"#, "/enum"),
      (#"{"required": [1]}"#, "/required/0"),
      (#"{"minItems": -1}"#, "/minItems"), (#"{"maxLength": 1.5}"#, "/maxLength"),
      (#"{"pattern": "("}"#, "/pattern"), (#"{"minimum": "1"}"#, "/minimum"),
      (#"{"anyOf": []}"#, "/anyOf"), (#"{"properties": []}"#, "/properties"),
      (#"{"items": 3}"#, "/items"), (##"{"$ref": "#/$defs/none"}"##, "/$ref"),
      (#"{"$ref": "other.json"}"#, "/$ref"), (#"{"not": {"$defs": {}}}"#, "/not/$defs"),
      ("[]", ""),
    ])
  func wrong(text: String, place: String) throws {
    let error = try #require(throws: SchemaFaults.self) { try Self.schema(text) }
    #expect(error.faults.map(\.place.text) == [place])
  }

  @Test("tells all of its mistakes at once")
  func allMistakes() throws {
    let error = try #require(throws: SchemaFaults.self) {
      try Self.schema(#"{"type": 1, "minItems": "x", "properties": {"a": {"format": "b"}}}"#)
    }
    #expect(error.faults.map(\.place.text) == ["/type", "/minItems", "/properties/a/format"])
  }

  @Test("may lead to itself for a part of a value, and not for the same one")
  func circles() throws {
    let tree = """
      {"$ref": "#/$defs/tree", "$defs": {"tree": {"type": "object",
        "properties": {"children": {"items": {"$ref": "#/$defs/tree"}}}}}}
      """
    #expect(try Self.violations(tree, #"{"children": [{"children": [{}]}]}"#).isEmpty)
    #expect(
      try Self.violations(tree, #"{"children": [{"children": [1]}]}"#) == [
        "/children/0/children/0 is a whole number and must be an object"
      ])
    for circle in [
      ##"{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"anyOf": [{"$ref": "#/$defs/a"}]}}}"##,
      ##"{"$defs": {"a": {"not": {"$ref": "#/$defs/a"}}}}"##,
    ] {
      #expect(throws: SchemaFaults.self) { try Self.schema(circle) }
    }
  }

  @Test("of test scripts, as the manual shows it, fits the script that the manual shows")
  func manual() throws {
    let repository = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let page = try String(
      contentsOfFile: repository + "/content/manual/test-prompts.md", encoding: .utf8)
    func block(_ title: String) throws -> String {
      let parts = page.components(separatedBy: "```json title=\"\(title)\"\n")
      try #require(parts.count == 2, "\(title)")
      return try #require(parts[1].components(separatedBy: "\n```\n").first)
    }
    let (schema, script) = (try block("turntest.schema.json"), try block("review.turntest.json"))
    #expect(try Self.violations(schema, script) == [])
    #expect(
      try Self.violations(schema, script.replacing("\"say\"", with: "\"sya\"")) == [
        "/cases/1/sya is not allowed"
      ])
  }
}
