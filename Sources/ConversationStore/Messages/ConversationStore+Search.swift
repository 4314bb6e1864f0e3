import Conversation
import Patterns

extension ConversationStore {
  /// Messages that have all of the words, the newest first. No text of a question is an error.
  package func search(_ search: MessageSearch) throws(StoreFailure) -> [FoundMessage] {
    let terms = SearchTerms(search.text, hasIndex: hasIndex)
    var conditions = Conditions()
    Self.add(terms, to: &conditions)
    if let session = search.session { conditions.add("sessions.id = ?", .text(session)) }
    if let role = search.role { conditions.add("role = ?", .text(role.rawValue)) }
    if let channel = search.channel {
      conditions.add("messages.channel = ?", .text(channel.rawValue))
    }
    if let from = search.from { conditions.add("time >= ?", .number(from)) }
    if let until = search.until { conditions.add("time < ?", .number(until)) }
    let words = terms.indexed + terms.literal
    return try database.rows(
      "SELECT sessions.id, title, " + MessageColumns.selected
        + " FROM messages JOIN sessions ON sessions.key = messages.session" + conditions.text
        + " ORDER BY time DESC, messages.id DESC LIMIT ?",
      conditions.values + [SQLValue(max(0, search.limit))]
    ) { row throws(StoreFailure) in
      let session = SessionName(id: row.text(), title: row.text())
      let message = try MessageColumns.message(from: &row)
      return FoundMessage(
        session: session, message: message, excerpt: Excerpt(of: message.content, around: words))
    }
  }

  /// What a message's text must hold.
  static func add(_ terms: SearchTerms, to conditions: inout Conditions) {
    if !terms.indexed.isEmpty {
      conditions.add(
        "messages.id IN (SELECT rowid FROM message_words WHERE message_words MATCH ?)",
        terms.expression)
    }
    for term in terms.literal {
      conditions.add("messages.content LIKE ? ESCAPE '\\'", SearchTerms.pattern(term))
    }
  }
}

/// What rows must fulfil, all of it; the texts are constants, and values are bound.
struct Conditions {
  private var texts: [String] = []
  private(set) var values: [SQLValue] = []

  mutating func add(_ text: String, _ values: SQLValue...) { add(text, all: values) }

  mutating func add(_ text: String, all values: [SQLValue]) {
    texts.append(text)
    self.values += values
  }

  /// With the word before it; empty where nothing is asked for.
  var text: String { texts.isEmpty ? "" : " WHERE " + texts.joined(separator: " AND ") }
}
