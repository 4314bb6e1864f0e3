/// What a request has otherwise than the conversation, so that nothing is dropped in silence.
package enum DerivationNote: Sendable, Hashable {
  /// A message without text.
  case empty(ChatMessage.ID)
  /// An answer that failed before its first word.
  case failed(ChatMessage.ID)
  /// An answer that was stopped or broke off: what came of it is there.
  case partial(ChatMessage.ID)
  /// Messages of one role in a row, said as one.
  case merged([ChatMessage.ID])
  /// A system message in the middle, said at the beginning.
  case systemMoved(ChatMessage.ID)
  /// The assistant began, and the provider wants the user to: its words are in the system text.
  case openingMoved([ChatMessage.ID])
  /// Turns that found no room.
  case trimmed([ChatMessage.ID])
  /// Turns that a summary stands for.
  case summarised([ChatMessage.ID], by: ChatMessage.ID)
  /// The goal is said again with these messages.
  case anchored([ChatMessage.ID])

  /// A sentence without a full stop.
  package var words: String {
    switch self {
    case .empty(let id): "message \(id) is empty and left out"
    case .failed(let id): "answer \(id) failed and is left out"
    case .partial(let id): "answer \(id) is sent as far as it came"
    case .merged(let ids): "messages \(list(ids)) are sent as one"
    case .systemMoved(let id): "system message \(id) is sent at the beginning"
    case .openingMoved(let ids):
      "what the assistant began with (\(list(ids))) is in the system text"
    case .trimmed(let ids): "there is no room for \(counted(ids.count)) (\(list(ids)))"
    case .summarised(let ids, let summary):
      "summary \(summary) stands for \(counted(ids.count)) (\(list(ids)))"
    case .anchored(let ids): "the goal is said again with \(list(ids))"
    }
  }

  private func list(_ ids: [ChatMessage.ID]) -> String {
    ids.count > 6
      ? "\(ids[0]) to \(ids[ids.count - 1])" : ids.map(String.init).joined(separator: ", ")
  }

  private func counted(_ count: Int) -> String { count == 1 ? "one message" : "\(count) messages" }
}
