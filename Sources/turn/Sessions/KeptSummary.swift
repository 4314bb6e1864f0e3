import Conversation
import ConversationStore
import Exporters
import JSON
import Patterns

/// What is kept of a conversation: how much was said, what it is for, what is known, and what stands
/// for what was said.
struct KeptSummary {
  private let session: Session
  private let path: [ChatMessage]
  private let said: [ChatMessage]
  private let summaries: [(message: ChatMessage, from: ChatMessage.ID)]
  private let usage: TokenUsage
  private let channels: [(channel: Channel, count: Int)]
  /// Topics in between that were left.
  private let endedAsides: [Session.Aside]

  init(_ session: Session, _ tree: MessageTree) {
    self.session = session
    path = tree.path(to: session.leaf)
    endedAsides = tree.asides.filter { !session.asides.contains($0) }
    said = tree.messages.filter { $0.kind == .said }
    summaries = tree.messages.compactMap { message in
      guard case .summary(let from) = message.kind else { return nil }
      return (message, from)
    }
    usage = tree.messages.compactMap(\.origin?.usage).reduce(TokenUsage(input: 0, output: 0)) {
      TokenUsage(
        input: $0.input.addingReportingOverflow($1.input).partialValue,
        output: $0.output.addingReportingOverflow($1.output).partialValue)
    }
    let said = said
    channels = Channel.allCases.map { channel in
      (channel, said.count { $0.channel == channel })
    }.filter { $0.count > 0 }
  }

  private var turns: Int { path.count { $0.role == .user } }

  func text(_ look: OutputLook) -> String {
    var text = look.paint(SessionWords.beginning(session.title, length: 100), as: .heading) + "\n"
    text += look.paint(SessionWords.facts(session), as: .faint) + "\n"
    text += SessionWords.goal(session, width: look.width)
    let here = path.count == said.count ? "" : ", \(path.count) of them on the path under way"
    let limit = session.turnLimit.map { " of \($0)" } ?? ""
    var rows = [["Messages", "\(said.count)\(here)"], ["Turns", "\(turns)\(limit)"]]
    if usage.input > 0 || usage.output > 0 {
      rows.append(["Tokens", "\(usage.input) in, \(usage.output) out, as the provider counted"])
    }
    if !channels.isEmpty {
      let list = channels.map { "\($0.channel.rawValue) \($0.count)" }
      rows.append(["Channels", list.joined(separator: ", ")])
    }
    for value in session.values { rows.append(["Remembered", "\(value.name) = \(value.value)"]) }
    for aside in session.asides { rows.append(["In between", aside.topic]) }
    for aside in endedAsides { rows.append(["In between, ended", aside.topic]) }
    text += Prose.table(rows, width: look.width, indentation: 0)
    for (message, from) in summaries {
      let through = message.parent.map { " to #\($0)" } ?? ""
      text += "\n" + look.paint("Summary #\(message.id) of #\(from)\(through)", as: .heading) + "\n"
      text += SessionWords.indented(message.content)
    }
    return text
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("id", session.id)
      json.member("title", session.title)
      json.key("goal")
      json.value(session.goal)
      json.member("messages", said.count)
      json.member("path_messages", path.count)
      json.member("turns", turns)
      json.member("turn_limit", session.turnLimit)
      json.object("tokens") { json in
        json.member("input", usage.input)
        json.member("output", usage.output)
      }
      json.object("channels") { json in
        for (channel, count) in channels { json.member(channel.rawValue, count) }
      }
      json.array("values") { json in
        for value in session.values {
          json.object { json in
            json.member("name", value.name)
            json.member("value", value.value)
          }
        }
      }
      json.array("asides") { json in for aside in session.asides { json.value(aside.topic) } }
      json.array("ended_asides") { json in for aside in endedAsides { json.value(aside.topic) } }
      json.array("summaries") { json in
        for (message, from) in summaries {
          json.object { json in
            json.member("id", Int(message.id))
            json.member("from", Int(from))
            json.member("through", message.parent.map(Int.init))
            json.member("content", message.content)
            json.member("time", Int(message.time))
          }
        }
      }
    }
  }
}

extension JSONWriter {
  /// A goal with its steps; `null` for none.
  mutating func value(_ goal: Goal?) {
    guard let goal else { return null() }
    object { json in
      json.member("statement", goal.statement)
      json.member("reached", goal.isReached)
      json.array("steps") { json in
        for step in goal.steps {
          json.object { json in
            json.member("text", step.text)
            json.member("done", step.isDone)
          }
        }
      }
    }
  }
}
