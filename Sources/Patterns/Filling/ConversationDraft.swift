/// A conversation while it is put together, turn by turn.
struct ConversationDraft {
  private(set) var conversation = FilledConversation(turns: [])
  private let variables: [String: Variable]
  /// What the template's turns are called in the conversation; a repeating one by its last round.
  private var ids: [String: String] = [:]
  /// The template's turns that are not said, by how many turns are said before them.
  private var unsaid: [String: Int] = [:]

  init(_ pattern: Pattern) {
    variables = Dictionary(pattern.variables.map { ($0.name, $0) }) { first, _ in first }
  }

  /// Adds one round of a turn. One in which nothing is left to say, because all of it was optional,
  /// is not said.
  mutating func add(_ turn: Turn, _ values: [String: [String]], round: Int) {
    var messages: [FilledMessage] = []
    for message in turn.messages {
      let content = OptionalSlots.removed(from: message.content) { name in
        guard let variable = variables[name], !variable.isRequired else { return false }
        return value(of: name, values, turn, round).isEmpty
      }
      let filled = content.map { piece -> FilledMessage.Piece in
        switch piece {
        case .text(let text): .text(text)
        case .variable(let name): .text(value(of: name, values, turn, round))
        case .response(let id): answer(to: id).map { .response($0) } ?? .text("")
        }
      }
      guard !filled.isEmpty || message.content.isEmpty else { continue }
      messages.append(FilledMessage(role: message.role, content: Self.joined(filled)))
    }
    guard !messages.isEmpty || turn.messages.isEmpty else { return leaveOut(turn) }
    let id = String(conversation.turns.count + 1)
    let fork = turn.forkOf.flatMap { forked($0) }
    ids[turn.id] = id
    conversation.turns.append(FilledTurn(id: id, messages: messages, forkOf: fork))
  }

  /// Notes that a turn is not said, or that one of its rounds is not.
  mutating func leaveOut(_ turn: Turn) {
    if ids[turn.id] == nil { unsaid[turn.id] = conversation.turns.count }
  }

  /// The turn whose answer stands for that to a turn of the template: the one said before, where it
  /// is not said itself; nil at the beginning.
  private func answer(to id: String) -> String? {
    if let place = unsaid[id], ids[id] == nil {
      return place > 0 ? conversation.turns[place - 1].id : nil
    }
    return ids[id] ?? id
  }

  /// The turn that a fork goes back before: where the one of the template is not said, the one said
  /// in its place; nil when there is none, and the fork goes on.
  private func forked(_ id: String) -> String? {
    if let place = unsaid[id], ids[id] == nil {
      return conversation.turns.indices.contains(place) ? conversation.turns[place].id : nil
    }
    return ids[id] ?? id
  }

  /// In a turn that repeats, the element of this round; elsewhere a list is written out.
  private func value(
    of name: String, _ values: [String: [String]], _ turn: Turn, _ round: Int
  ) -> String {
    let all = values[name] ?? []
    guard variables[name]?.takesList ?? false else { return all.last ?? "" }
    if turn.repeats { return all.indices.contains(round) ? all[round] : "" }
    return all.joined(separator: all.contains { $0.utf8.contains(0x0A) } ? "\n" : ", ")
  }

  /// Neighbouring texts as one.
  private static func joined(_ pieces: [FilledMessage.Piece]) -> [FilledMessage.Piece] {
    var joined: [FilledMessage.Piece] = []
    var text = ""
    for piece in pieces {
      if case .text(let next) = piece {
        text += next
      } else {
        if !text.isEmpty { joined.append(.text(text)) }
        text = ""
        joined.append(piece)
      }
    }
    if !text.isEmpty { joined.append(.text(text)) }
    return joined
  }
}
