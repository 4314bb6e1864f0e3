import JSON
import Patterns

/// `prompts/list`: each variant of each pattern, with its variables as arguments.
///
/// The protocol knows of an argument only whether it is needed; what a variable is besides stands
/// in the prompt's `_meta`, under a prefix of our own.
struct PromptList {
  static let prefix = "turnbook/"
  /// The argument that picks one turn of several, where no variable is called so.
  static let turnArgument = "turn"

  private let shelf: PatternShelf

  init(_ shelf: PatternShelf) { self.shelf = shelf }

  func result(_ parameters: JSONObject, _ terms: Terms) throws(RPCError) -> JSONObject {
    let entries: [PatternIndex.Entry]
    do throws(ShelfFault) { entries = try shelf.entries() } catch { throw RPCError(error) }
    let page = try ListCursor.page(of: entries, called: "prompts", from: parameters, id: \.id)
    let prompts = shelf.patterns(of: page.elements).flatMap { _, pattern in
      pattern.variants.map { Self.prompt(Filling(pattern, $0), terms) }
    }
    var result: JSONObject = ["prompts": .array(prompts)]
    result["nextCursor"] = page.next.map { .string($0) }
    return result
  }

  private static func prompt(_ filling: Filling, _ terms: Terms) -> JSONValue {
    let (pattern, variant) = (filling.pattern, filling.variant)
    let isMain = variant.id == pattern.variants.first?.id
    var prompt: JSONObject = ["name": .string(PromptName.text(pattern, variant))]
    if terms.revision.hasTitles {
      prompt["title"] = .string(isMain ? pattern.title : "\(pattern.title): \(variant.title)")
    }
    let texts = [isMain ? nil : variant.description, pattern.description, pattern.title]
    prompt["description"] = texts.compactMap { $0 }.first { !$0.isEmpty }.map { .string($0) }
    let needed = Set(filling.missing([]).map(\.name))
    var arguments = filling.variables.map { variable in
      argument(variable, isNeeded: needed.contains(variable.name), terms)
    }
    if hasTurnArgument(filling) { arguments.append(argument(forTurnsOf: variant)) }
    prompt["arguments"] = .array(arguments)
    if terms.revision.hasTitles {
      prompt["_meta"] = [
        prefix + "technique": .string(pattern.id), prefix + "variant": .string(variant.id),
        prefix + "turns": .array(variant.turns.map { .string($0.id) }),
        prefix + "variables": .array(filling.variables.map { VariableJSON.value($0) }),
      ]
    }
    return .object(prompt)
  }

  static func hasTurnArgument(_ filling: Filling) -> Bool {
    let names = filling.pattern.variables.flatMap { [$0.name] + $0.aliases }
    return filling.variant.turns.count > 1 && !names.contains(turnArgument)
  }

  private static func argument(_ variable: Variable, isNeeded: Bool, _ terms: Terms) -> JSONValue {
    var argument: JSONObject = ["name": .string(variable.name)]
    if terms.revision.hasTitles { argument["title"] = .string(variable.label) }
    argument["description"] = .string(VariableJSON.words(variable))
    argument["required"] = .bool(isNeeded)
    return .object(argument)
  }

  private static func argument(forTurnsOf variant: Variant) -> JSONValue {
    let ids = variant.turns.map(\.id).joined(separator: ", ")
    return [
      "name": .string(turnArgument), "required": false,
      "description": .string("Only this turn of \(ids); all of them without it"),
    ]
  }
}
