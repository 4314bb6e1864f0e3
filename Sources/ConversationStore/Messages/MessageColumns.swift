import Conversation
import Patterns

/// How a message stands in its row.
enum MessageColumns {
  /// In the order in which `message(from:)` reads them.
  static let selected = """
    messages.id, messages.parent, covers_from, role, content, turn, messages.channel, time, state,
    messages.provider, messages.model, input_tokens, output_tokens, cached_tokens, response,
    finish_reason, error
    """

  static func message(from row: inout Row) throws(StoreFailure) -> ChatMessage {
    let id = row.number()
    let parent = row.optionalNumber()
    let covers = row.optionalNumber()
    let role = try SessionColumns.word(row.text(), as: Message.Role.self, in: "role")
    let content = row.text()
    let turn = row.optionalText()
    let channel = try SessionColumns.word(row.text(), as: Channel.self, in: "channel")
    let time = row.number()
    let state = try SessionColumns.word(row.text(), as: ChatMessage.State.self, in: "state")
    return ChatMessage(
      id: id, parent: parent, kind: covers.map { .summary(from: $0) } ?? .said, role: role,
      content: content, turn: turn, channel: channel, time: time, state: state,
      origin: origin(from: &row))
  }

  private static func origin(from row: inout Row) -> ChatMessage.Origin? {
    let provider = row.optionalText()
    let model = row.text()
    let input = row.optionalNumber()
    let output = row.number()
    let cached = row.optionalNumber()
    let response = row.optionalText()
    let reason = row.optionalText()
    let error = row.optionalText()
    guard let provider else { return nil }
    let usage = input.map { input in
      TokenUsage(
        input: Int(clamping: input), output: Int(clamping: output),
        cached: cached.map(Int.init(clamping:)))
    }
    return ChatMessage.Origin(
      provider: provider, model: model, usage: usage, responseID: response, finishReason: reason,
      error: error)
  }

  /// What an answer's end may change.
  static func end(of message: ChatMessage) -> [(name: String, value: SQLValue)] {
    let origin = message.origin
    return [
      ("content", .text(message.content)), ("state", .text(message.state.rawValue)),
      ("provider", SQLValue(origin?.provider)), ("model", SQLValue(origin?.model)),
      ("input_tokens", SQLValue(origin?.usage?.input)),
      ("output_tokens", SQLValue(origin?.usage?.output)),
      ("cached_tokens", SQLValue(origin?.usage?.cached)),
      ("response", SQLValue(origin?.responseID)),
      ("finish_reason", SQLValue(origin?.finishReason)), ("error", SQLValue(origin?.error)),
    ]
  }

  /// The rest of a row, without the id, the session and the writer.
  static func beginning(of message: ChatMessage) -> [(name: String, value: SQLValue)] {
    var covers: ChatMessage.ID?
    if case .summary(let from) = message.kind { covers = from }
    return [
      ("parent", SQLValue(message.parent)), ("covers_from", SQLValue(covers)),
      ("role", .text(message.role.rawValue)), ("turn", SQLValue(message.turn)),
      ("channel", .text(message.channel.rawValue)), ("time", .number(message.time)),
    ]
  }
}
