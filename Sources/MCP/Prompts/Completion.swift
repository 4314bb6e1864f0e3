import JSON
import Patterns

/// `completion/complete`: what an argument may be, as far as it is known: its choices, its default,
/// and what the examples of the page have in its place.
struct Completion {
  /// More must not be sent.
  static let limit = 100

  private let shelf: PatternShelf

  init(_ shelf: PatternShelf) { self.shelf = shelf }

  func result(_ parameters: JSONObject) throws(RPCError) -> JSONObject {
    guard let reference = parameters["ref"]?.object,
      let name = parameters["argument"]?["name"]?.string,
      let start = parameters["argument"]?["value"]?.string
    else {
      throw RPCError(
        .invalidParameters, "\"ref\" is an object, and \"argument\" has a \"name\" and a \"value\"")
    }
    let known: [String]
    switch reference["type"]?.string {
    case "ref/prompt": known = try values(of: name, inPrompt: reference["name"]?.string ?? "")
    case "ref/resource": known = try values(of: name, inTemplate: reference["uri"]?.string ?? "")
    default:
      throw RPCError(.invalidParameters, "a \"ref\" is a \"ref/prompt\" or a \"ref/resource\"")
    }
    return Self.result(known, start: start)
  }

  /// What begins with the text, then what has it elsewhere; each once.
  private static func result(_ known: [String], start: String) -> JSONObject {
    let start = start.lowercased()
    var seen: Set<String> = []
    let unique = known.filter { !$0.isEmpty && seen.insert($0).inserted }
    let first = unique.filter { $0.lowercased().hasPrefix(start) }
    let second = unique.filter {
      let text = $0.lowercased()
      return !text.hasPrefix(start) && text.contains(start)
    }
    let found = first + second
    return [
      "completion": [
        "values": .array(found.prefix(limit).map { .string($0) }),
        "total": .integer(Int64(found.count)), "hasMore": .bool(found.count > limit),
      ]
    ]
  }

  private func values(
    of name: String, inPrompt prompt: String
  ) throws(RPCError) -> [String] {
    let (pattern, variant) = try PromptName.found(prompt, shelf)
    let filling = Filling(pattern, variant)
    if name == PromptList.turnArgument, PromptList.hasTurnArgument(filling) {
      return variant.turns.map(\.id)
    }
    guard let variable = filling.variables.first(where: { $0.name == name }) else {
      throw RPCError(.invalidParameters, "the prompt \"\(prompt)\" has no argument \"\(name)\"")
    }
    if variable.kind == .boolean { return ["true", "false"] }
    let standard = variable.standard.map { [$0] } ?? []
    if !variable.choices.isEmpty { return standard + variable.choices }
    let examples = pattern.variants.flatMap(\.filled).flatMap { $0.values ?? [] }
    return standard + (variable.example.map { [$0] } ?? [])
      + examples.filter { $0.name == name }.map(\.value)
  }

  private func values(
    of name: String, inTemplate template: String
  ) throws(RPCError) -> [String] {
    guard name == ResourceAddress.variable, ResourceAddress.templates.contains(template) else {
      throw RPCError(.invalidParameters, "there is no template \"\(template)\" with \"\(name)\"")
    }
    do throws(ShelfFault) { return try shelf.entries().map(\.id) } catch { throw RPCError(error) }
  }
}
