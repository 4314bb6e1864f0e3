package import Conversation
package import Fetch
package import Patterns

extension ChatEngine {
  /// Says something of the person's own, and has it answered.
  /// - Returns: The answer.
  package func say(
    _ text: String, until cancellation: Cancellation = Cancellation(),
    onEvent: (ChatEvent) -> Void
  ) throws(ChatFailure) -> ChatMessage {
    try checkLimit()
    try append(draft(.user, text))
    return try ask(turn: nil, until: cancellation, onEvent: onEvent)
  }

  /// Says a turn of the script, the next one unless another is named, and has it answered.
  /// - Parameter words: What to say in place of the user's last words in it.
  /// - Returns: The answer; nil for a turn that the script answers itself.
  package func sayTurn(
    _ id: String? = nil, words: String? = nil, until cancellation: Cancellation = Cancellation(),
    onEvent: (ChatEvent) -> Void
  ) throws(ChatFailure) -> ChatMessage? {
    let turn = try turn(id)
    let base = base(of: turn)
    var messages: [(role: Message.Role, text: String)]
    do throws(ChatScript.MissingAnswer) {
      messages = try script?.messages(of: turn, after: base) ?? []
    } catch {
      throw .missingAnswer(turn: turn.id, to: error.turn)
    }
    if let words, let last = messages.lastIndex(where: { $0.role == .user }) {
      messages[last].text = words
    }
    let isFork = base.last?.id != session.leaf
    if messages.contains(where: { $0.role == .user }) { try checkLimit(after: base) }
    if isFork { try go(to: base.last?.id) }
    for message in messages { try append(draft(message.role, message.text, turn: turn.id)) }
    if let answer = turn.answer {
      return try append(draft(.assistant, answer, turn: turn.id))
    }
    // A turn without a word leaves no trace on the path, and would be next for ever.
    if messages.isEmpty { skipped.insert(turn.id) }
    guard messages.last?.role == .user else { return nil }
    return try ask(turn: turn.id, until: cancellation, onEvent: onEvent)
  }

  /// Passes over the script's next turn.
  package func skip() throws(ChatFailure) -> FilledTurn {
    let turn = try turn(nil)
    skipped.insert(turn.id)
    return turn
  }

  /// A turn of the script; the next one for nil.
  package func turn(_ id: String?) throws(ChatFailure) -> FilledTurn {
    guard let id else {
      guard let next else { throw .scriptIsDone }
      return next
    }
    guard let script, let place = script.place(of: id) else {
      throw .unknownTurn(id, known: script?.turns.map(\.id) ?? [])
    }
    return script.turns[place]
  }

  /// Asks again for the answer to what the user said last: it failed, was stopped, or shall be
  /// another. What came before stays in the tree.
  package func askAgain(
    until cancellation: Cancellation = Cancellation(), onEvent: (ChatEvent) -> Void
  ) throws(ChatFailure) -> ChatMessage {
    guard let question = path.last(where: { $0.role == .user && $0.kind == .said }) else {
      throw .nothingToAskAgain
    }
    if session.leaf != question.id { try go(to: question.id) }
    return try ask(turn: question.turn, until: cancellation, onEvent: onEvent)
  }

  private func checkLimit(after base: [ChatMessage]? = nil) throws(ChatFailure) {
    let said = Self.turnCount(base ?? path)
    if let limit = session.turnLimit, said >= limit { throw .turnLimit(limit) }
  }
}
