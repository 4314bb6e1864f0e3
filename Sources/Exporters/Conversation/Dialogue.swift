import Patterns

/// All that is said up to one turn, as a provider hears it that remembers nothing.
struct Dialogue {
  var turn: String
  /// What was said before the turn, answers included.
  var history: [Message]
  /// What is said in the turn.
  var own: [Message]
  var forkOf: String?

  var messages: [Message] { history + own }

  init(_ script: Script, to place: Int) {
    let step = script.steps[place]
    turn = step.id
    forkOf = step.forkOf
    history = []
    for earlier in script.path(to: place).dropLast() {
      let messages = script.steps[earlier].messages
      history += messages.map { script.known($0) }
      let reply = script.reply(to: earlier)
      // Scripted words stand in their own message.
      if !messages.isEmpty, !reply.isEmpty, !script.isScripted(earlier) {
        history.append(Message(role: .assistant, content: reply))
      }
    }
    own = step.messages.map { script.known($0) }
  }
}

extension Script {
  /// A message with the answers in it that are known.
  fileprivate func known(_ message: Message) -> Message {
    Message(role: message.role, content: message.content.flatMap { known($0) })
  }

  private func known(_ piece: Piece) -> [Piece] {
    guard case .response(let turn) = piece, let place = place(of: turn) else { return [piece] }
    let reply = reply(to: place)
    // A scripted answer may itself repeat earlier ones, which end with the first turn.
    return reply == [piece] ? reply : reply.flatMap { known($0) }
  }
}
