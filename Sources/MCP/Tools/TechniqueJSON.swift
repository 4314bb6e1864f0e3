import JSON
import Patterns

/// Techniques and conversations as the tools give them.
enum TechniqueJSON {
  static func summary(_ entry: PatternIndex.Entry) -> JSONValue {
    [
      "id": .string(entry.id), "title": .string(entry.title),
      "description": .string(entry.description), "platforms": texts(entry.platforms),
      "tags": texts(entry.tags), "variables": texts(entry.variables),
      "variants": texts(entry.variants),
    ]
  }

  static func value(_ pattern: Pattern) -> JSONObject {
    let goal: JSONValue =
      pattern.goal.map {
        ["statement": .string($0.statement), "done_when": texts($0.doneWhen)]
      } ?? .null
    return [
      "id": .string(pattern.id), "title": .string(pattern.title),
      "description": .string(pattern.description), "language": .string(pattern.language),
      "url": .string(pattern.url), "tags": texts(pattern.tags), "goal": goal,
      "platforms": .array(pattern.platforms.map(platform)),
      "when_to_use": texts(pattern.whenToUse),
      "variables": .array(pattern.variables.map(VariableJSON.value)),
      "variants": .array(pattern.variants.map { variant($0, of: pattern) }),
      "pitfalls": .array(pattern.pitfalls.map(pitfall)),
      "related": .array(
        pattern.related.map {
          ["id": text($0.id), "title": .string($0.title), "note": text($0.note)]
        }),
    ]
  }

  private static func platform(_ platform: Pattern.Platform) -> JSONValue {
    [
      "id": .string(platform.id), "name": .string(platform.name),
      "window": platform.window.map { .integer(Int64($0)) } ?? .null,
    ]
  }

  private static func pitfall(_ pitfall: Pattern.Pitfall) -> JSONValue {
    [
      "title": .string(pitfall.title), "severity": .string(pitfall.severity),
      "problem": text(pitfall.problem), "fix": text(pitfall.fix), "text": text(pitfall.text),
    ]
  }

  /// Slots stand in their turns as `{name}`.
  private static func variant(_ variant: Variant, of pattern: Pattern) -> JSONValue {
    [
      "id": .string(variant.id), "title": .string(variant.title),
      "kind": .string(variant.kind.rawValue),
      "variables": texts(Filling(pattern, variant).variables.map(\.name)),
      "turns": .array(
        variant.turns.map { turn in
          [
            "id": .string(turn.id), "fork_of": text(turn.forkOf),
            "repeats": .bool(turn.repeats),
            "messages": .array(
              turn.messages.map { message($0.role, $0.content.map(written).joined()) }),
          ]
        }),
    ]
  }

  private static func written(_ piece: Piece) -> String {
    switch piece {
    case .text(let text): text
    case .variable(let name): "{\(name)}"
    case .response(let id): "[answer to turn \(id)]"
    }
  }

  static func turn(_ turn: FilledTurn) -> JSONValue {
    [
      "id": .string(turn.id), "fork_of": text(turn.forkOf),
      "messages": .array(turn.messages.map { message($0.role, $0.plainText) }),
    ]
  }

  private static func message(_ role: Message.Role, _ text: String) -> JSONValue {
    ["role": .string(role.rawValue), "text": .string(text)]
  }

  private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
