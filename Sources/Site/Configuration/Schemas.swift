import ByteText
import JSON
package import Pages
import YAML

extension SiteConfig {
  /// The JSON Schema of `turnbook.yml`, as text.
  package static var schema: [UInt8] {
    let entry: JSONValue = [
      "anyOf": [
        ["type": "string"],
        [
          "type": "object",
          "minProperties": 1,
          "maxProperties": 1,
          "additionalProperties": ["anyOf": [["type": "string"], ["$ref": "#/$defs/navigation"]]],
        ],
      ]
    ]
    return ShapeSchema.text(
      title: "turnbook.yml", record: record,
      definitions: ["navigation": ["type": "array", "items": entry]])
  }
}

extension FrontMatter {
  /// The JSON Schema of a page's front matter, as text.
  package static var schema: [UInt8] {
    ShapeSchema.text(title: "Front matter of a page", record: record)
  }
}
