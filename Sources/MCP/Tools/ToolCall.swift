import ByteText
import JSON
import Patterns

/// `tools/call`: one tool and what it is given.
struct ToolCall {
  typealias Fault = ToolArguments.Fault

  let shelf: PatternShelf
  private let tool: Tool
  private let arguments: JSONObject

  init(_ shelf: PatternShelf, _ parameters: JSONObject) throws(RPCError) {
    guard let name = parameters["name"]?.string else {
      throw RPCError(.invalidParameters, "\"name\" is the name of a tool")
    }
    guard let tool = Tool(rawValue: name) else {
      throw RPCError(.invalidParameters, "there is no tool \"\(name)\"")
    }
    guard let arguments = (parameters["arguments"] ?? [:]).object else {
      throw RPCError(.invalidParameters, "\"arguments\" is an object")
    }
    self.shelf = shelf
    self.tool = tool
    self.arguments = arguments
  }

  /// The result; where the tool cannot do it, one that says why, so that the model can try again.
  func result(_ terms: Terms) throws(RPCError) -> JSONObject {
    let value: JSONObject
    do throws(Fault) {
      let known = tool.inputSchema["properties"]?.object.map { Array($0.keys) } ?? []
      value = try self.value(try ToolArguments(arguments, known: known))
    } catch {
      return ["content": [["type": "text", "text": .string(error.message)]], "isError": true]
    }
    var text = ByteBuffer()
    text.append(json: .object(value))
    var result: JSONObject = [
      "content": [["type": "text", "text": .string(String(decoding: text.array, as: UTF8.self))]]
    ]
    if terms.revision.hasTitles { result["structuredContent"] = .object(value) }
    return result
  }

  private func value(_ arguments: ToolArguments) throws(Fault) -> JSONObject {
    switch tool {
    case .searchTechniques: try search(arguments)
    case .getTechnique: TechniqueJSON.value(try pattern(try arguments.needed("id")))
    case .fillPattern: try fill(arguments)
    case .checkPrompt: try check(arguments)
    }
  }

  // MARK: - Patterns

  func entries() throws(Fault) -> [PatternIndex.Entry] {
    do throws(ShelfFault) { return try shelf.entries() } catch { throw Fault(error.message) }
  }

  func pattern(_ id: String) throws(Fault) -> Pattern {
    do throws(ShelfFault) {
      if let entry = try shelf.entry(id) { return try shelf.pattern(entry) }
    } catch {
      throw Fault(error.message)
    }
    throw Fault("there is no technique \"\(id)\"; search_techniques finds what there is")
  }

  // MARK: - search_techniques

  private func search(_ arguments: ToolArguments) throws(Fault) -> JSONObject {
    let words = (try arguments.text("query") ?? "").lowercased().split(
      whereSeparator: \.isWhitespace)
    let platform = try arguments.text("platform")
    let tag = try arguments.text("tag")
    let limit = try arguments.number("limit", in: 1...100) ?? 20
    let found = try entries().filter { entry in
      let text = ([entry.id, entry.title, entry.description] + entry.tags).joined(separator: "\n")
        .lowercased()
      return words.allSatisfy { text.contains($0) }
        && platform.map(entry.platforms.contains) ?? true && tag.map(entry.tags.contains) ?? true
    }
    return [
      "total": .integer(Int64(found.count)),
      "techniques": .array(found.prefix(limit).map(TechniqueJSON.summary)),
    ]
  }

  // MARK: - fill_pattern

  private func fill(_ arguments: ToolArguments) throws(Fault) -> JSONObject {
    let pattern = try pattern(try arguments.needed("id"))
    let wanted = try arguments.text("variant")
    guard let variant = pattern.variants.first(where: { wanted == nil || $0.id == wanted }) else {
      let ids = pattern.variants.map(\.id).joined(separator: ", ")
      throw Fault("there is no variant \"\(wanted ?? "")\"; there is \(ids)")
    }
    var conversation: FilledConversation
    let values = try values(arguments)
    do throws(FillingError) {
      conversation = try Filling(pattern, variant).conversation([values])
    } catch {
      throw Fault(error.problems.map(\.message).joined(separator: "\n"))
    }
    let answers = try answers(arguments)
    let answered = conversation.answered(answers)
    if let unknown = answered.unknown.first { throw Self.unknownTurn(unknown, in: conversation) }
    conversation = answered.conversation
    if let turn = try arguments.text("turn") {
      guard let place = conversation.turns.firstIndex(where: { $0.id == turn }) else {
        throw Self.unknownTurn(turn, in: conversation)
      }
      conversation.turns = [conversation.turns[place]]
    }
    return [
      "id": .string(pattern.id), "variant": .string(variant.id),
      "turns": .array(conversation.turns.map(TechniqueJSON.turn)),
    ]
  }

  private static func unknownTurn(_ id: String, in conversation: FilledConversation) -> Fault {
    let ids = conversation.turns.map(\.id).joined(separator: ", ")
    return Fault("there is no turn \"\(id)\"; there is \(ids)")
  }

  private func values(_ arguments: ToolArguments) throws(Fault) -> GivenValues {
    var values: [GivenValues.Value] = []
    for member in try arguments.members("values") {
      for value in member.value.array ?? [member.value] where !value.isNull {
        guard let text = VariableJSON.text(value) else {
          throw Fault("the value of \"\(member.key)\" is no text, number or list of them")
        }
        values.append(GivenValues.Value(member.key, text))
      }
    }
    return GivenValues(values)
  }

  private func answers(
    _ arguments: ToolArguments
  ) throws(Fault) -> [(turn: String, text: String)] {
    var answers: [(turn: String, text: String)] = []
    for member in try arguments.members("answers") {
      guard let text = member.value.string else {
        throw Fault("the answer to turn \"\(member.key)\" is a text")
      }
      answers.append((member.key, text))
    }
    return answers
  }
}
