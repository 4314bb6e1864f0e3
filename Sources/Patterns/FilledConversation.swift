/// A variant with a person's values in its slots: what is said in each turn, in their order. What
/// is left open are the answers of the other side.
package struct FilledConversation: Sendable, Hashable {
  package var turns: [FilledTurn]

  package init(turns: [FilledTurn]) { self.turns = turns }
}

package struct FilledTurn: Sendable, Hashable {
  /// Unique in its conversation: a turn that repeats is there once for each of its rounds, as `4`,
  /// `5`, … after turn `3`.
  package var id: String
  package var messages: [FilledMessage]
  /// The id of the turn whose answer it goes back before.
  package var forkOf: String?
  /// The answer to it, where examples or the person supply one.
  package var answer: String?

  package init(
    id: String, messages: [FilledMessage], forkOf: String? = nil, answer: String? = nil
  ) {
    self.id = id
    self.messages = messages
    self.forkOf = forkOf
    self.answer = answer
  }
}

package struct FilledMessage: Sendable, Hashable {
  package enum Piece: Sendable, Hashable {
    /// Text of the template and values alike: neither is ever looked at again.
    case text(String)
    /// The answer to an earlier turn, by its id.
    case response(String)
  }

  package var role: Message.Role
  package var content: [Piece]

  package init(role: Message.Role, content: [Piece]) {
    self.role = role
    self.content = content
  }
}
