import Conversation
import ConversationStore
import Exporters
import Patterns
import Reporting
import Terminal

/// What several commands say of conversations in the same words.
enum SessionWords {
  /// The line below a title: which conversation it is, with whom, and since when.
  static func facts(_ session: Session) -> String {
    var facts = ["session \(session.id)"]
    let model = session.model ?? session.provider.standardModel
    facts.append(session.provider.rawValue + (model.map { " \($0)" } ?? ""))
    if let pattern = session.pattern { facts.append("pattern \(pattern.id)") }
    if let contact = session.contact { facts.append("with \(contact)") }
    facts.append("begun \(WallClock.local(session.created))")
    return VisibleText.of(facts.joined(separator: " · "))
  }

  /// The goal with its steps; empty where there is none.
  static func goal(_ session: Session, width: Int) -> String {
    guard let goal = session.goal else { return "" }
    var text = Prose.wrapped(goal.statement, width: width, first: "Goal: ")
    for (number, step) in goal.steps.enumerated() {
      let mark = step.isDone ? "x" : " "
      text += Prose.wrapped(step.text, width: width, first: "  \(number + 1). [\(mark)] ")
    }
    return text
  }

  static func count(_ number: Int, _ thing: String) -> String {
    number == 1 ? "1 \(thing)" : "\(number) \(thing)s"
  }

  static func role(_ role: Message.Role) -> String {
    switch role {
    case .system: "System"
    case .user: "User"
    case .assistant: "Assistant"
    }
  }

  /// The beginning of what was said, in one line.
  static func beginning(_ text: String, length: Int = 50) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return VisibleText.of(words.count > length ? words.prefix(length - 1) + "…" : words)
  }

  /// What was said, below its heading.
  static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "  \(VisibleText.ofLine(Array($0.utf8)[...]))\n" }.joined()
  }

  /// Says which answers a program left unfinished that is no more.
  static func tell(interrupted messages: [ChatMessage]) {
    for message in messages {
      let rest = message.content.isEmpty ? "nothing of it came" : "what came of it is kept"
      Notice.tell("answer #\(message.id) was interrupted: its program ended; \(rest)")
    }
  }

  /// Says which answers come in through another program just now.
  static func tell(underWay tree: MessageTree) {
    for message in tree.messages where message.state == .underWay {
      Notice.tell("answer #\(message.id) is still coming, in another program")
    }
  }
}

/// How wide a command may write on standard output, and in which colours.
struct OutputLook {
  let width: Int
  let paint: Paint

  init() {
    let stream = StandardStream.output
    width = stream.isTerminal ? min(100, stream.columns) : 100
    paint = Paint(color: stream.showsColour)
  }
}
