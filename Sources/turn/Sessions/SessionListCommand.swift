import Commands
import Conversation
import ConversationStore
import Exporters
import JSON
import Terminal

/// `turn sessions list`: the conversations there are, the one that was changed last first.
struct SessionListCommand {
  private let filter: SessionFilter
  private let isJSON: Bool
  private let showsNames: Bool
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    var filter = SessionFilter()
    let words = invocation.values("WORD").joined(separator: " ")
    filter.text = words.isEmpty ? nil : words
    filter.contact = invocation.value("contact")
    filter.pattern = invocation.value("pattern")
    filter.provider = invocation.value("provider").flatMap(Provider.init(rawValue:))
    filter.limit = invocation.integer("limit")
    self.filter = filter
    isJSON = invocation.isOn("json")
    showsNames = invocation.isOn("names")
    place = try ConversationPlace(invocation)
  }

  func run() throws(Refusal) {
    let found = try place.look().use { (store) throws(StoreFailure) in
      try store.sessions(filter)
    }
    if showsNames { return try Output.send(found.map { $0.session.id + "\n" }.joined()) }
    if isJSON {
      try Output.sendJSON { json in
        json.array { json in for summary in found { Self.write(summary, to: &json) } }
      }
    } else {
      try Output.send(table(found))
    }
    guard found.isEmpty else { return }
    var all = SessionFilter()
    all.limit = filter.limit
    throw Refusal(
      .content, filter == all ? "there is no conversation yet" : "no conversation fits")
  }

  private func table(_ found: [SessionSummary]) -> String {
    let rows = found.map { summary in
      let session = summary.session
      return [
        session.id, WallClock.local(session.changed), session.provider.rawValue,
        SessionWords.count(summary.turns, "turn"),
        session.title + (session.contact.map { " · with \($0)" } ?? ""),
      ]
    }
    return Prose.table(rows, width: OutputLook().width, indentation: 0)
  }

  private static func write(_ summary: SessionSummary, to json: inout JSONWriter) {
    let session = summary.session
    json.object { json in
      json.member("id", session.id)
      json.member("title", session.title)
      json.member("pattern", session.pattern?.id)
      json.member("variant", session.pattern?.variant)
      json.member("provider", session.provider.rawValue)
      json.member("model", session.model)
      json.member("contact", session.contact)
      json.member("channel", session.channel.rawValue)
      json.member("goal", session.goal?.statement)
      json.member("turns", summary.turns)
      json.member("messages", summary.messages)
      json.member("last_words", summary.lastWords)
      json.member("created", Int(session.created))
      json.member("changed", Int(session.changed))
    }
  }
}
