import JSON
import Pages
import Testing
import YAML

@testable import Site

@Suite("JSON Schemas")
struct SchemasTests {
  private static func parsed(_ schema: [UInt8]) throws -> JSONValue {
    try JSONValue(parsing: schema)
  }

  @Test("the schema of turnbook.yml has every key with its description and default")
  func configuration() throws {
    let schema = try Self.parsed(SiteConfig.schema)
    let properties = try #require(schema["properties"]?.object)
    #expect(schema["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["additionalProperties"]?.bool == false)
    #expect(Array(properties.keys) == SiteConfig.record.fields.map(\.name))
    for member in properties.members {
      #expect(member.value["description"]?.string?.isEmpty == false, "\(member.key)")
    }
    #expect(properties["directory_urls"]?["default"]?.bool == true)
    #expect(properties["directory_urls"]?["type"]?.string == "boolean")
    #expect(properties["slug"]?["enum"]?.array == ["mkdocs", "unicode", "github"])
    #expect(properties["dialect"]?["properties"]?["tabs"]?["default"]?.bool == true)
    #expect(
      properties["platforms"]?["anyOf"]?[1]?["additionalProperties"]?["anyOf"]?[1]?["type"]?.string
        == "null")
  }

  @Test("the navigation refers to itself, so that sections nest")
  func navigation() throws {
    let schema = try Self.parsed(SiteConfig.schema)
    #expect(schema["properties"]?["navigation"]?["$ref"]?.string == "#/$defs/navigation")
    let entry = schema["$defs"]?["navigation"]?["items"]?["anyOf"]?[1]
    #expect(
      entry?["additionalProperties"]?["anyOf"]?[1]?["$ref"]?.string == "#/$defs/navigation")
  }

  @Test("the schema of front matter lets other keys pass and demands what an entry needs")
  func frontMatter() throws {
    let schema = try Self.parsed(FrontMatter.schema)
    #expect(schema["additionalProperties"]?.bool == true)
    #expect(schema["properties"]?["pitfalls"]?["items"]?["required"]?.array == ["title"])
    #expect(schema["properties"]?["pitfalls"]?["items"]?["additionalProperties"]?.bool == false)
    #expect(schema["$defs"] == nil)
  }
}
