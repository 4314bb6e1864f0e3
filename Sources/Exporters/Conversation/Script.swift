import Patterns

/// The turns of a conversation, filled or not, with the way back from each to the first.
struct Script {
  struct Step {
    var id: String
    /// None of them empty.
    var messages: [Message]
    /// The turn whose answer it goes on from; nil at the beginning.
    var parent: Int?
    var forkOf: String?
    var answer: String?
    var repeats = false
  }

  private(set) var steps: [Step] = []

  init(_ conversation: FilledConversation) throws(ExportError) {
    for turn in conversation.turns {
      let messages = turn.messages.map { message in
        Message(
          role: message.role,
          content: message.content.map { piece in
            switch piece {
            case .text(let text): Piece.text(text)
            case .response(let turn): Piece.response(turn)
            }
          })
      }
      let step = Step(
        id: turn.id, messages: messages, forkOf: turn.forkOf, answer: turn.answer)
      try append(step)
    }
    try check()
  }

  init(_ variant: Variant) throws(ExportError) {
    for turn in variant.turns {
      let step = Step(
        id: turn.id, messages: turn.messages, forkOf: turn.forkOf, repeats: turn.repeats)
      try append(step)
    }
    try check()
  }

  private mutating func append(_ step: Step) throws(ExportError) {
    var step = step
    step.messages = step.messages.compactMap { message in
      let content = message.content.filter { $0 != .text("") }
      return content.isEmpty ? nil : Message(role: message.role, content: content)
    }
    if let fork = step.forkOf {
      guard let place = place(of: fork) else { throw .unknownTurn(fork, in: step.id) }
      step.parent = steps[place].parent
    } else {
      step.parent = steps.indices.last
    }
    for case .response(let turn) in step.messages.flatMap(\.content) {
      guard place(of: turn) != nil else { throw .unknownTurn(turn, in: step.id) }
    }
    steps.append(step)
  }

  private func check() throws(ExportError) {
    if steps.allSatisfy(\.messages.isEmpty) { throw .nothingToSay }
  }

  func place(of id: String) -> Int? { steps.firstIndex { $0.id == id } }
}

extension Script {
  /// The turns from the first to this one, without those that forks go back before.
  func path(to place: Int) -> [Int] {
    var path = [place]
    while let parent = steps[path[path.count - 1]].parent { path.append(parent) }
    return path.reversed()
  }

  /// Whether the script itself says what the assistant answers: at the turn's end, or in the next.
  func isScripted(_ place: Int) -> Bool {
    if steps[place].messages.last?.role == .assistant { return true }
    let next = place + 1
    guard steps.indices.contains(next), steps[next].parent == place else { return false }
    return steps[next].messages.first?.role == .assistant
  }

  /// What the assistant says to a turn: known words, or its answer, once there is one.
  func reply(to place: Int) -> [Piece] {
    if let answer = steps[place].answer { return answer.isEmpty ? [] : [.text(answer)] }
    if steps[place].messages.last?.role == .assistant {
      return steps[place].messages.last?.content ?? []
    }
    if isScripted(place) { return steps[place + 1].messages.first?.content ?? [] }
    return [.response(steps[place].id)]
  }

  /// The turns that somebody must answer: those without an answer, and always the last.
  var questions: [Int] {
    let asking = steps.indices.filter { !steps[$0].messages.isEmpty && !isScripted($0) }
    guard let last = asking.last else {
      return Array(steps.indices.filter { !steps[$0].messages.isEmpty }.suffix(1))
    }
    return asking.filter { steps[$0].answer == nil || $0 == last }
  }
}
