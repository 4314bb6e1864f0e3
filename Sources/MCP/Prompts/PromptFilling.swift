import ByteText
import JSON
import Patterns

/// `prompts/get`: a prompt with what is known of its values so far.
struct PromptFilling {
  let filling: Filling
  private let turn: String?
  private var given = GivenValues()
  /// What the person was asked for and said, in this request or an earlier round of it.
  private var heard: [GivenValues.Value] = []
  /// Whether the person would not say; they are not asked again.
  private var isRefused = false

  /// The key of our only question.
  private static let question = "values"

  init(_ shelf: PatternShelf, _ parameters: JSONObject) throws(RPCError) {
    guard let name = parameters["name"]?.string else {
      throw RPCError(.invalidParameters, "\"name\" is the name of a prompt")
    }
    let (pattern, variant) = try PromptName.found(name, shelf)
    filling = Filling(pattern, variant)
    let arguments = parameters["arguments"] ?? .object([:])
    guard let arguments = arguments.object else {
      throw RPCError(.invalidParameters, "\"arguments\" is an object")
    }
    var turn: String?
    for member in arguments.members {
      guard let text = member.value.string else {
        throw RPCError(.invalidParameters, "the argument \"\(member.key)\" is a text")
      }
      if member.key == PromptList.turnArgument, PromptList.hasTurnArgument(filling) {
        turn = text.isEmpty ? nil : text
      } else {
        given.values += Self.values(member.key, text, filling.pattern)
      }
    }
    self.turn = turn
  }

  /// Forms send an empty text for what was left out; that means empty only where empty is right.
  private static func values(
    _ name: String, _ text: String, _ pattern: Pattern
  ) -> [GivenValues.Value] {
    let variable = pattern.variables.first { $0.name == name || $0.aliases.contains(name) }
    guard let variable else { return [GivenValues.Value(name, text)] }
    if text.isEmpty, variable.isRequired { return [] }
    return VariableJSON.values(text, for: variable).map { GivenValues.Value(name, $0) }
  }

  private var sources: [GivenValues] { [given, GivenValues(heard)] }

  // MARK: - What the person is asked

  private var problems: [FillingProblem] {
    do throws(FillingError) {
      _ = try filling.conversation(sources)
      return []
    } catch {
      return error.problems
    }
  }

  /// Whether all that is wrong is that values are missing which a form may ask for. What is secret
  /// must not be asked for in one.
  var canBeAsked: Bool {
    guard !isRefused else { return false }
    let missing = filling.missing(sources)
    return !missing.isEmpty && missing.count == problems.count
      && missing.allSatisfy { $0.kind != .secret }
  }

  /// What `elicitation/create` is asked with.
  func form(_ terms: Terms) -> JSONValue {
    let missing = filling.missing(sources)
    var properties = JSONObject()
    for variable in missing { properties[variable.name] = ValueForm.schema(variable, terms) }
    var form = JSONObject()
    if terms.revision >= .november2025 { form["mode"] = "form" }
    let count = missing.count == 1 ? "a value" : "\(missing.count) values"
    form["message"] = .string("\(filling.pattern.title) needs \(count)")
    form["requestedSchema"] = [
      "type": "object", "properties": .object(properties),
      "required": .array(missing.map { .string($0.name) }),
    ]
    return .object(form)
  }

  /// A result that asks for what is missing, with all that an earlier round brought.
  var inputRequired: JSONObject {
    let terms = Terms(.july2026, capabilities: ["elicitation": [:]])
    var result: JSONObject = [
      "inputRequests": [
        Self.question: ["method": "elicitation/create", "params": form(terms)]
      ]
    ]
    if !heard.isEmpty {
      var state = ByteBuffer()
      state.append(json: .array(heard.map { [.string($0.name), .string($0.value)] }))
      result["requestState"] = .string(String(decoding: state.array, as: UTF8.self))
    }
    return result
  }

  // MARK: - What the person answers

  /// The answers that a request brings with it. The state is the client's word: what it holds counts
  /// no more than an argument does.
  mutating func hear(all responses: JSONValue, _ parameters: JSONObject) throws(RPCError) {
    if let text = parameters["requestState"] {
      let state = text.string.flatMap { try? JSONValue(parsing: Array($0.utf8)) }
      guard let pairs = state?.array else {
        throw RPCError(.invalidParameters, "\"requestState\" is none that was sent")
      }
      for pair in pairs {
        guard let name = pair[0]?.string, let value = pair[1]?.string else {
          throw RPCError(.invalidParameters, "\"requestState\" is none that was sent")
        }
        heard.append(GivenValues.Value(name, value))
      }
    }
    guard let responses = responses.object else {
      throw RPCError(.invalidParameters, "\"inputResponses\" is an object")
    }
    if let answer = responses[Self.question] { try hear(answer) }
  }

  /// One answer: what the form holds, or that the person would not fill it in.
  mutating func hear(_ answer: JSONValue) throws(RPCError) {
    guard answer["action"] == "accept" else {
      isRefused = true
      return
    }
    guard let content = answer["content"]?.object else {
      throw RPCError(.invalidParameters, "an answer that is accepted has a \"content\"")
    }
    let missing = filling.missing(sources)
    for variable in missing {
      guard let value = content[variable.name] else { continue }
      if let texts = value.array {
        heard += texts.compactMap(VariableJSON.text).map { GivenValues.Value(variable.name, $0) }
      } else if let text = VariableJSON.text(value) {
        heard += VariableJSON.values(text, for: variable).map {
          GivenValues.Value(variable.name, $0)
        }
      }
    }
  }

  // MARK: - The prompt

  func result(_ terms: Terms) throws(RPCError) -> JSONObject {
    var conversation: FilledConversation
    do throws(FillingError) { conversation = try filling.conversation(sources) } catch {
      throw Self.refusal(error)
    }
    if let turn {
      guard let wanted = conversation.turns.first(where: { $0.id == turn }) else {
        let ids = conversation.turns.map(\.id).joined(separator: ", ")
        throw RPCError(.invalidParameters, "there is no turn \"\(turn)\"; there is \(ids)")
      }
      conversation.turns = [wanted]
    }
    var result = JSONObject()
    let description = filling.pattern.description
    result["description"] = .string(description.isEmpty ? filling.pattern.title : description)
    result["messages"] = .array(
      conversation.turns.flatMap { turn in
        turn.messages.map { Self.message($0, of: turn, terms) }
      })
    return result
  }

  /// The protocol has no system text: it comes as the user's, marked as meant for the model.
  private static func message(
    _ message: FilledMessage, of turn: FilledTurn, _ terms: Terms
  ) -> JSONValue {
    var content: JSONObject = ["type": "text", "text": .string(message.plainText)]
    if message.role == .system {
      content["annotations"] = ["audience": ["assistant"], "priority": 1]
    }
    if terms.revision.hasTitles {
      var meta: JSONObject = [PromptList.prefix + "turn": .string(turn.id)]
      if message.role == .system { meta[PromptList.prefix + "role"] = "system" }
      meta[PromptList.prefix + "forkOf"] = turn.forkOf.map { .string($0) }
      content["_meta"] = .object(meta)
    }
    let role = message.role == .assistant ? "assistant" : "user"
    return ["role": .string(role), "content": .object(content)]
  }

  /// All that is wrong in one error, and the names of what is missing as data.
  private static func refusal(_ error: FillingError) -> RPCError {
    let missing = error.problems.compactMap { problem in
      if case .missing(let name) = problem { name } else { nil }
    }
    return RPCError(
      .invalidParameters, error.problems.map(\.message).joined(separator: "; "),
      data: ["missing": .array(missing.map { .string($0) })])
  }
}
