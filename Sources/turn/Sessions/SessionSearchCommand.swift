import Commands
import Conversation
import ConversationStore
import JSON
import Patterns
import Reporting
import Terminal

/// `turn sessions search`: finds messages by their words.
struct SessionSearchCommand {
  private var search: MessageSearch
  private let session: String?
  private let isJSON: Bool
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    search = MessageSearch(
      invocation.values("WORD").joined(separator: " "), limit: invocation.integer("limit") ?? 50)
    search.role = invocation.value("role").flatMap(Message.Role.init(rawValue:))
    search.channel = invocation.value("channel").flatMap(Channel.init(rawValue:))
    session = invocation.value("session")
    isJSON = invocation.isOn("json")
    place = try ConversationPlace(invocation)
  }

  func run() throws(Refusal) {
    let store = try place.look()
    let found = try store.use { (store) throws(StoreFailure) in
      var search = search
      if let session { search.session = try store.find(session) }
      return try store.search(search)
    }
    if isJSON {
      try Output.sendJSON { json in
        json.array { json in for message in found { Self.write(message, to: &json) } }
      }
    } else {
      let look = OutputLook()
      try Output.send(found.map { Self.lines($0, look) }.joined(separator: "\n"))
    }
    if found.isEmpty { throw Refusal(.content, "no message has these words") }
  }

  private static func lines(_ found: FoundMessage, _ look: OutputLook) -> String {
    let message = found.message
    let facts = [
      "\(found.session.id) #\(message.id)", SessionWords.role(message.role),
      message.channel.rawValue, WallClock.local(message.time),
      SessionWords.beginning(found.session.title),
    ]
    let excerpt = found.excerpt
    let pieces = excerpt.pieces.map { piece in
      let text = VisibleText.of(String(piece.text.map { $0.isWhitespace ? " " : $0 }))
      guard piece.isMatch else { return text }
      return look.paint.color ? look.paint(text, as: .slot) : "*\(text)*"
    }
    return look.paint(facts.joined(separator: " · "), as: .faint) + "\n  "
      + (excerpt.isCutBefore ? "…" : "") + pieces.joined() + (excerpt.isCutAfter ? "…" : "") + "\n"
  }

  private static func write(_ found: FoundMessage, to json: inout JSONWriter) {
    let message = found.message
    json.object { json in
      json.member("session", found.session.id)
      json.member("title", found.session.title)
      json.member("message", Int(message.id))
      json.member("role", message.role.rawValue)
      json.member("turn", message.turn)
      json.member("channel", message.channel.rawValue)
      json.member("time", Int(message.time))
      json.array("excerpt") { json in
        for piece in found.excerpt.pieces {
          json.object { json in
            json.member("text", piece.text)
            json.member("match", piece.isMatch)
          }
        }
      }
      json.member("content", message.content)
    }
  }
}
