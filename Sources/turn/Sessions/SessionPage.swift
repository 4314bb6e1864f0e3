import Conversation
import Patterns
import Terminal

/// A conversation for the terminal: the path under way, and where others leave it.
struct SessionPage {
  private let session: Session
  private let tree: MessageTree
  private let look: OutputLook
  /// What was said next, and which summaries end there, by the message before.
  private let children: [ChatMessage.ID?: [ChatMessage]]
  private let summaries: [ChatMessage.ID?: [ChatMessage]]

  init(_ session: Session, _ tree: MessageTree, _ look: OutputLook) {
    self.session = session
    self.tree = tree
    self.look = look
    children = Dictionary(grouping: tree.messages.filter { $0.kind == .said }, by: \.parent)
    summaries = Dictionary(grouping: tree.messages.filter { $0.kind != .said }, by: \.parent)
  }

  var text: String {
    var text = Prose.wrapped(session.title, width: look.width)
    text = look.paint(String(text.dropLast()), as: .heading) + "\n"
    text += look.paint(SessionWords.facts(session), as: .faint) + "\n"
    text += SessionWords.goal(session, width: look.width)
    let path = tree.path(to: session.leaf)
    text += others(after: nil, than: path.first)
    if path.isEmpty { text += faint("nothing is said yet on the path under way") }
    var turn = 0
    for (place, message) in path.enumerated() {
      if message.role == .user { turn += 1 }
      // A pattern's system text belongs to the turn that it is said before.
      let isBefore = message.role == .system && message.turn != nil
      text += begun(message)
      text +=
        "\n" + look.paint(heading(message, turn: isBefore ? turn + 1 : turn), as: .heading) + "\n"
      text += SessionWords.indented(message.content)
      if let error = message.origin?.error { text += faint("broken off: \(error)") }
      for case let summary in summaries[message.id] ?? [] {
        guard case .summary(let from) = summary.kind else { continue }
        text += faint("summary #\(summary.id) stands for #\(from) to #\(message.id)")
      }
      let next = path.indices.contains(place + 1) ? path[place + 1] : nil
      text += others(after: message.id, than: next)
    }
    if let aside = session.asides.last { text += "\n" + faint("in between: \(aside.topic)") }
    return text
  }

  private func heading(_ message: ChatMessage, turn: Int) -> String {
    var parts = ["#\(message.id) " + SessionWords.role(message.role)]
    if turn > 0 { parts.append("turn \(turn)") }
    if let id = message.turn, id != String(turn) { parts.append("\(id) of the pattern") }
    parts.append(message.channel.rawValue)
    parts.append(WallClock.local(message.time))
    if message.state != .whole { parts.append(message.state.rawValue) }
    return SessionWords.beginning(parts.joined(separator: " · "), length: 200)
  }

  /// What was said there besides.
  private func others(after parent: ChatMessage.ID?, than next: ChatMessage?) -> String {
    (children[parent] ?? []).filter { $0.id != next?.id }.map { other in
      faint("\(name(of: other)): #\(other.id) \(SessionWords.beginning(other.content))")
    }.joined()
  }

  private func name(of other: ChatMessage) -> String {
    guard let topic = other.asides.last else { return "fork" }
    let isOpen = session.asides.contains(.init(topic: topic, back: other.parent))
    return isOpen ? "in between" : "in between, ended"
  }

  /// The topics in between that a message of the path begins.
  private func begun(_ message: ChatMessage) -> String {
    guard !message.asides.isEmpty else { return "" }
    return "\n" + faint("from here in between: " + message.asides.joined(separator: " › "))
  }

  private func faint(_ words: String) -> String {
    look.paint("  · " + SessionWords.beginning(words, length: 200), as: .faint) + "\n"
  }
}
