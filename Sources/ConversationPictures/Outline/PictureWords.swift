import Conversation
import Exporters
import Patterns

/// What a picture and a page say of a conversation in the same words.
struct PictureWords {
  private let view: ConversationView
  /// Whether it went by several channels, so that each message must say which.
  private let hasChannels: Bool

  init(_ view: ConversationView) {
    self.view = view
    let said = view.tree.messages.filter { $0.kind == .said }
    hasChannels = said.contains { $0.channel != said.first?.channel }
  }

  var title: String {
    let title = ShownText.line(view.session.title)
    return title.isEmpty ? "Conversation" : title
  }

  /// Who answers, which pattern it runs, how much was said and what that cost.
  func facts(_ path: Strand) -> [String] {
    let session = view.session
    let model = session.model ?? session.provider.standardModel
    var facts = [session.provider.rawValue + (model.map { " \($0)" } ?? "")]
    if let pattern = session.pattern { facts.append("pattern \(pattern.id)") }
    let here = path.entries.count
    facts.append(
      path.size == here
        ? Self.count(here, "message")
        : "\(Self.count(here, "message")) on the path under way, \(path.size) in all")
    let turns = path.entries.count { $0.message.role == .user }
    facts.append(Self.count(turns, "turn"))
    let usage = view.tree.messages.compactMap(\.origin?.usage)
    if !usage.isEmpty {
      let input = usage.reduce(0) { $0.addingReportingOverflow($1.input).partialValue }
      let output = usage.reduce(0) { $0.addingReportingOverflow($1.output).partialValue }
      facts.append(
        "\(ContextBudget.grouped(input)) tokens in, \(ContextBudget.grouped(output)) out, "
          + "as the provider counted")
    }
    if let time = view.time { facts.append("begun \(time(session.created))") }
    return facts.map(ShownText.line)
  }

  static func role(_ role: Message.Role) -> String {
    switch role {
    case .system: "System"
    case .user: "User"
    case .assistant: "Assistant"
    }
  }

  /// What stands beside the role.
  func details(_ entry: Strand.Entry) -> String {
    let message = entry.message
    var parts = ["#\(message.id)"]
    if entry.turn > 0 { parts.append("turn \(entry.turn)") }
    if let id = message.turn, id != String(entry.turn) { parts.append("\(id) of the pattern") }
    if hasChannels { parts.append(message.channel.rawValue) }
    if let usage = message.origin?.usage {
      parts.append(Self.count(usage.output, "token"))
    }
    if let time = view.time { parts.append(time(message.time)) }
    return ShownText.line(parts.joined(separator: " · "))
  }

  /// How an answer ended, unless it is whole.
  static func ending(_ message: ChatMessage) -> String? {
    let error = message.origin?.error.map { ShownText.line($0) } ?? ""
    switch message.state {
    case .whole: return error.isEmpty ? nil : error
    case .stopped: return "stopped: this is what had come"
    case .failed: return error.isEmpty ? "broken off" : "broken off: \(error)"
    case .underWay: return "unfinished: the rest had not come"
    }
  }

  /// What a way is called where it leaves.
  static func name(of way: Strand, after parent: ChatMessage.ID?) -> String {
    let count = way.size == 1 ? "" : " · \(Self.count(way.size, "message"))"
    if !way.topics.isEmpty { return name(of: way.topics) + count }
    guard let parent else { return "Another beginning" + count }
    return "Another way on from #\(parent)" + count
  }

  static func name(of topics: [Strand.Topic]) -> String {
    (topics.last?.isOpen == false ? "In between, ended: " : "In between: ")
      + topics.map { ShownText.beginning($0.name, length: 80) }.joined(separator: " › ")
  }

  static func name(of summary: ChatMessage) -> String {
    guard case .summary(let from) = summary.kind else { return "Summary #\(summary.id)" }
    let last = summary.parent.map { $0 == from ? "" : " to #\($0)" } ?? ""
    return "Summary #\(summary.id) · stands for #\(from)\(last)"
  }

  static func words(of mark: PathMarks.Mark) -> String {
    switch mark {
    case .trimmed(let messages, let tokens):
      let cost = tokens.map { ", \(count($0, "token"))" } ?? ""
      return "Not sent with the next request: \(count(messages, "message"))\(cost)"
    case .summarised(let messages, let summary):
      return "Not sent: summary #\(summary) stands for \(count(messages, "message"))"
    case .sent: return "Sent with the next request"
    }
  }

  /// What the next request has otherwise; nil where there is nothing to tell.
  static func warning(_ outlook: RequestOutlook) -> String? {
    if let problem = outlook.problem {
      return "The next request cannot be sent: \(problem.words)"
    }
    return outlook.wantsSummary
      ? "Before the next request, the model is asked to put older turns in short" : nil
  }

  static func count(_ number: Int, _ thing: String) -> String {
    "\(ContextBudget.grouped(number)) \(thing)\(number == 1 ? "" : "s")"
  }
}
