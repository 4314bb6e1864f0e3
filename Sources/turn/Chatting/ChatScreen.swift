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
    if let limit = session.turnLimit { note("turns said: \(engine.turnCount) of \(limit)") }
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
  /// - Parameter words: None where they were shown before.
  func upcoming(_ turn: FilledTurn, _ words: [(role: Message.Role, text: String)]) {
    let fork = turn.forkOf.map { ", in place of turn \($0)" } ?? ""
    let heading = "Turn " + VisibleText.of(turn.id + fork) + (words.isEmpty ? " is next" : "")
    tell("\n" + paint(heading, as: .heading) + "\n")
    for message in words {
      if message.role != .user || words.count > 1 {
        tell(paint("  \(message.role.rawValue):", as: .faint) + "\n")
      }
      tell(Self.indented(message.text))
    }
  }

  static func indented(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: isBreak)
      .map { "  \(VisibleText.ofLine(Array($0.utf8)[...]))\n" }.joined()
  }

  /// Swift sees CR and LF as one character.
  private static func isBreak(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n"
  }

  /// So much of a text that a person knows it again, on one line.
  static func beginning(of text: String) -> String {
    let line = text.drop(while: \.isWhitespace).prefix { !$0.isNewline }
    return line.count > 60 ? line.prefix(59) + "…" : String(line)
  }

  /// The answer's next words, on standard output.
  func answer(_ words: String) {
    let text = words.split(omittingEmptySubsequences: false, whereSeparator: Self.isBreak)
      .map { VisibleText.ofLine(Array($0.utf8)[...]) }.joined(separator: "\n")
    StandardStream.output.write(text)
  }

  func show(_ event: ChatEvent) {
    switch event {
    case .text(let words): answer(words)
    case .notes(let notes): for each in notes { note(each) }
    case .waiting(let words), .adjusted(let words): note(words)
    case .summarising(let count): note("summarising \(count) messages")
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
    let children = Dictionary(grouping: engine.tree.messages) { $0.parent }
    var open: [(message: ChatMessage, depth: Int)] = []
    func follow(_ id: ChatMessage.ID?, _ depth: Int) {
      let next = children[id] ?? []
      let isFork = next.filter { $0.kind == .said }.count > 1
      for message in next.reversed() {
        open.append((message, isFork && message.kind == .said ? depth + 1 : depth))
      }
    }
    follow(nil, 0)
    if open.isEmpty { note("nothing was said yet") }
    while let (message, depth) = open.popLast() {
      let mark =
        current.contains(message.id) ? (message.id == engine.session.leaf ? "●" : "│") : " "
      let state = message.state == .whole ? "" : ", \(message.state.words)"
      let turn = message.turn.map { ", turn \($0)" } ?? ""
      let aside = message.asides.isEmpty ? "" : ", in between"
      let what = message.kind == .said ? message.role.rawValue : "summary of what is above"
      let line =
        "\(message.id) \(what)\(turn)\(aside)\(state): " + Self.beginning(of: message.content)
      tell("\(mark) " + String(repeating: "  ", count: depth) + VisibleText.of(line) + "\n")
      follow(message.id, depth)
    }
  }
}

extension ChatMessage.State {
  fileprivate var words: String {
    switch self {
    case .underWay: "under way"
    case .whole: "whole"
    case .stopped: "stopped"
    case .failed: "failed"
    }
  }
}
