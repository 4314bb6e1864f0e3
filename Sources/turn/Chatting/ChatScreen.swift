import Chat
import Conversation
import Exporters
import Patterns
import Reporting
import Terminal

/// What a conversation looks like on a terminal: the person's side on standard error, so that
/// standard output is the answers alone.
struct ChatScreen {
  let paint = Paint(color: StandardStream.error.showsColour)
  var width: Int { min(100, StandardStream.error.columns) }

  func tell(_ text: String) { StandardStream.error.write(text) }

  func note(_ words: String) {
    tell(paint("  · " + VisibleText.of(words), as: .faint) + "\n")
  }

  func complain(_ words: String, _ help: String) {
    tell(paint("  ! \(VisibleText.of(words))", as: .warning) + "\n")
    tell("    \(VisibleText.of(Refusal.sentence(help)))\n")
  }

  func complain(_ failure: ChatFailure) { complain(failure.words, failure.help) }

  /// What a conversation begins, or goes on, with.
  func open(_ engine: ChatEngine) {
    let session = engine.session
    let model = session.model ?? session.provider.standardModel ?? ""
    tell(paint(VisibleText.of(session.title), as: .heading) + "\n")
    tell(
      paint(
        "session \(session.id) · \(session.provider.rawValue) \(VisibleText.of(model))", as: .faint)
        + "\n")
    goal(session)
    if let limit = session.turnLimit { note("\(engine.turnCount) of \(limit) turns are said") }
    if !engine.path.isEmpty {
      let count = engine.path.count
      note("\(count == 1 ? "1 message was" : "\(count) messages were") said; /tree shows them")
    }
    if let aside = session.asides.last { note("aside: \(aside.topic); /return goes back") }
    tell("\n")
  }

  func goal(_ session: Session) {
    guard let goal = session.goal else { return }
    tell(Prose.wrapped(goal.statement, width: width, first: "Goal: "))
    for (number, step) in goal.steps.enumerated() {
      let mark = step.isDone ? "x" : " "
      tell(Prose.wrapped(step.text, width: width, first: "  \(number + 1). [\(mark)] "))
    }
  }

  /// The turn that is about to be said.
  func upcoming(_ turn: FilledTurn, _ words: [(role: Message.Role, text: String)]) {
    let fork = turn.forkOf.map { ", another turn \($0)" } ?? ""
    tell(paint("Turn \(turn.id)\(fork)", as: .heading) + "\n")
    for message in words {
      if message.role != .user || words.count > 1 {
        tell(paint("  \(message.role.rawValue):", as: .faint) + "\n")
      }
      tell(Self.indented(message.text))
    }
  }

  static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "  \(VisibleText.ofLine(Array($0.utf8)[...]))\n" }.joined()
  }

  /// The answer's next words, on standard output.
  func answer(_ words: String) {
    let text = words.split(separator: "\n", omittingEmptySubsequences: false)
      .map { VisibleText.ofLine(Array($0.utf8)[...]) }.joined(separator: "\n")
    StandardStream.output.write(text)
  }

  func show(_ event: ChatEvent) {
    switch event {
    case .text(let words): answer(words)
    case .notes(let notes): for each in notes { note(each) }
    case .waiting(let words), .adjusted(let words): note(words)
    case .summarising(let count): note("summarising \(count) messages first")
    }
  }

  func help() {
    tell(
      """
      Enter says the next turn of the pattern; anything you write is said instead.
      A line that ends in a backslash goes on in the next. Ctrl-C ends an answer.

      """)
    let rows = ChatCommand.all.map { command in
      ["/" + command.name + (command.takes.isEmpty ? "" : " " + command.takes), command.meaning]
    }
    tell(Prose.table(rows, width: width))
  }

  /// All messages, each below what it answers.
  func tree(_ engine: ChatEngine) {
    let current = Set(engine.path.map(\.id))
    var open: [(id: ChatMessage.ID?, depth: Int)] = [(nil, 0)]
    while let (id, depth) = open.popLast() {
      if let id, let message = engine.tree[id] {
        let mark = current.contains(id) ? (id == engine.session.leaf ? "●" : "│") : " "
        let words = message.content.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let state = message.state == .whole ? "" : " (\(message.state.rawValue))"
        let turn = message.turn.map { " turn \($0)" } ?? ""
        tell(
          "\(mark) \(String(repeating: "  ", count: depth))\(id) \(message.role.rawValue)\(turn)\(state): "
            + VisibleText.of(String(words.prefix(60))) + "\n")
      }
      let children = engine.tree.children(of: id)
      let isFork = children.count > 1
      for child in children.reversed() { open.append((child.id, depth + (isFork ? 1 : 0))) }
    }
  }
}
