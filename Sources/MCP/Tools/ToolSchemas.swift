import JSON

/// What each tool takes and gives, as JSON Schema (draft 2020-12).
extension Tool {
  var inputSchema: JSONValue {
    switch self {
    case .searchTechniques:
      Self.object(
        [
          "query": Self.text("Words to look for; none finds everything"),
          "platform": Self.text("Only those for the platform of this id"),
          "tag": Self.text("Only those with this tag"),
          "limit": [
            "type": "integer", "minimum": 1, "maximum": 100, "default": 20,
            "description": "The most that are given",
          ],
        ])
    case .getTechnique:
      Self.object(["id": Self.text("The technique's id")], required: ["id"])
    case .fillPattern:
      Self.object(
        [
          "id": Self.text("The technique's id"),
          "variant": Self.text("The id of a variant; the main one without it"),
          "values": [
            "type": "object", "description": "A value for each variable, by its name",
            "additionalProperties": [
              "anyOf": [
                ["type": ["string", "number", "boolean"]],
                ["type": "array", "items": ["type": ["string", "number", "boolean"]]],
              ]
            ],
          ],
          "answers": [
            "type": "object", "additionalProperties": ["type": "string"],
            "description": "Answers that are known already, by the id of their turn",
          ],
          "turn": Self.text("Only the turn of this id"),
        ], required: ["id"])
    case .checkPrompt:
      Self.object(
        [
          "text": Self.text("The prompt"),
          "id": Self.text(
            "The technique that it was made with: only its slots count, and its platforms do"),
          "platform": Self.text("The platform that it has to fit into, by its id"),
        ], required: ["text"])
    }
  }

  var outputSchema: JSONValue {
    switch self {
    case .searchTechniques:
      Self.result([
        "total": ["type": "integer"],
        "techniques": Self.list(
          Self.result([
            "id": Self.string, "title": Self.string, "description": Self.string,
            "platforms": Self.strings, "tags": Self.strings, "variables": Self.strings,
            "variants": Self.strings,
          ])),
      ])
    case .getTechnique:
      Self.result([
        "id": Self.string, "title": Self.string, "description": Self.string,
        "language": Self.string, "url": Self.string, "tags": Self.strings,
        "goal": ["type": ["object", "null"]],
        "platforms": Self.list(
          Self.result([
            "id": Self.string, "name": Self.string, "window": ["type": ["integer", "null"]],
          ])),
        "when_to_use": Self.strings, "variables": Self.list(["type": "object"]),
        "variants": Self.list(
          Self.result([
            "id": Self.string, "title": Self.string, "kind": Self.string,
            "variables": Self.strings, "turns": Self.turns,
          ])),
        "pitfalls": Self.list(["type": "object"]), "related": Self.list(["type": "object"]),
      ])
    case .fillPattern:
      Self.result(["id": Self.string, "variant": Self.string, "turns": Self.turns])
    case .checkPrompt:
      Self.result([
        "ok": ["type": "boolean"], "tokens": ["type": "integer"], "turns": ["type": "integer"],
        "findings": Self.list(
          Self.result([
            "kind": ["type": "string", "enum": .array(PromptFinding.Kind.names)],
            "message": Self.string, "line": ["type": "integer"], "column": ["type": "integer"],
          ])),
      ])
    }
  }

  // MARK: - Words of the notation

  private static let string: JSONValue = ["type": "string"]
  private static let strings = list(string)
  private static let turns = list(
    result([
      "id": string, "fork_of": ["type": ["string", "null"]],
      "messages": list(
        result([
          "role": ["type": "string", "enum": ["system", "user", "assistant"]], "text": string,
        ])),
    ]))

  private static func text(_ description: String) -> JSONValue {
    ["type": "string", "description": .string(description)]
  }

  private static func list(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

  /// What is taken: a name that is not known is a mistake.
  private static func object(_ properties: JSONObject, required: [String] = []) -> JSONValue {
    [
      "type": "object", "properties": .object(properties),
      "required": .array(required.map { .string($0) }), "additionalProperties": false,
    ]
  }

  /// What is given: all of it always, and more in later versions.
  private static func result(_ properties: JSONObject) -> JSONValue {
    [
      "type": "object", "properties": .object(properties),
      "required": .array(properties.keys.map { .string($0) }),
    ]
  }
}
