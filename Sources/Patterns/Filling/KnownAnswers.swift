extension FilledConversation {
  /// The conversation with answers that are known beforehand: at their turns, and in the place of
  /// every reference to them.
  /// - Returns: The ids for which there is no turn, and the conversation with the others.
  package func answered(
    _ answers: [(turn: String, text: String)]
  ) -> (conversation: FilledConversation, unknown: [String]) {
    var conversation = self
    var unknown: [String] = []
    var known: [String: String] = [:]
    for answer in answers {
      guard let place = conversation.turns.firstIndex(where: { $0.id == answer.turn }) else {
        unknown.append(answer.turn)
        continue
      }
      conversation.turns[place].answer = answer.text
      known[answer.turn] = answer.text
    }
    for turn in conversation.turns.indices {
      for message in conversation.turns[turn].messages.indices {
        conversation.turns[turn].messages[message].refer(to: known)
      }
    }
    return (conversation, unknown)
  }
}

extension FilledMessage {
  fileprivate mutating func refer(to answers: [String: String]) {
    var filled: [Piece] = []
    for piece in content {
      var piece = piece
      if case .response(let id) = piece, let answer = answers[id] { piece = .text(answer) }
      if case .text(let text) = piece, case .text(let before)? = filled.last {
        filled[filled.count - 1] = .text(before + text)
      } else {
        filled.append(piece)
      }
    }
    content = filled
  }
}
