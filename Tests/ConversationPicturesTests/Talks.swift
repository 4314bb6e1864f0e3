import Conversation
import ConversationPictures
import Exporters
import Patterns

/// Conversations to draw.
struct Talks {
  var session = Session(id: "s", title: "Tea", provider: .openai, created: 0)
  var tree = MessageTree()

  /// Adds a message behind another and goes on from it.
  @discardableResult
  mutating func say(
    _ text: String, _ role: Message.Role = .user, after parent: ChatMessage.ID?,
    state: ChatMessage.State = .whole, origin: ChatMessage.Origin? = nil, asides: [String] = []
  ) -> ChatMessage.ID {
    let id = (tree.messages.last?.id ?? 0) + 1
    tree.append(
      ChatMessage(
        id: id, parent: parent, role: role, content: text, time: id, state: state, origin: origin,
        asides: asides))
    session.leaf = id
    return id
  }

  mutating func summarise(from: ChatMessage.ID, through: ChatMessage.ID, _ text: String) {
    tree.append(
      ChatMessage(
        id: (tree.messages.last?.id ?? 0) + 1, parent: through, kind: .summary(from: from),
        role: .assistant, content: text, time: 0))
  }

  /// A question and an answer at a time, one behind the other.
  static func line(_ texts: [String]) -> Talks {
    var talk = Talks()
    for (place, text) in texts.enumerated() {
      talk.say(text, place.isMultiple(of: 2) ? .user : .assistant, after: talk.session.leaf)
    }
    return talk
  }

  /// What the next request is like for a model that sees so many tokens.
  func view(window: Int? = nil, time: ((Int64) -> String)? = nil) throws -> ConversationView {
    var session = session
    session.window = window
    let reserve = min(DerivationSettings.standardReserve, (window ?? .max) / 4)
    let outlook = try RequestOutlook(
      of: tree, in: session, DerivationSettings(window: window, reserve: reserve))
    return ConversationView(session, tree, outlook: outlook, time: time)
  }

  /// Texts that would break a file that believes them.
  static let hostile = [
    "<script>alert(1)</script> & ]]> <!-- </svg></text> \"'", "</div></article><svg onload=x>",
    "\u{0}\u{1}\u{1B}[31mred\u{7}\u{7F}\u{9B}", "\u{202E}evil\u{202C} \u{FEFF}\u{200B}\u{2028}",
    "\u{FFFE}\u{FFFF}", String(repeating: "שלום עולם ", count: 60),
    String(repeating: "👩‍👩‍👧‍👦🏳️‍🌈 ", count: 60), String(repeating: "W", count: 5000),
    "Z" + String(repeating: "\u{301}\u{302}", count: 300), "one\r\ntwo\rthree\tfour",
    "  kept   as it stands\n\n    indented\n", "\nfirst empty", "javascript:alert(1) https://a.b",
    String(repeating: "line\n", count: 200), " ", "",
  ]
}
