package import Conversation
package import Exporters

/// Which sessions are wanted; nil for all.
package struct SessionFilter: Sendable, Hashable {
  package var contact: String?
  /// The id of a pattern.
  package var pattern: String?
  package var provider: Provider?
  /// Words of the title, or of one message.
  package var text: String?
  package var limit: Int?

  package init() {}
}

/// A session in a list.
package struct SessionSummary: Sendable, Hashable {
  /// Without values, steps and asides.
  package var session: Session
  /// In the whole tree, summaries left out.
  package var messages: Int
  /// What the user said on the path under way.
  package var turns: Int
  /// The beginning of the last message on it; empty where there is none.
  package var lastWords: String
}

extension ConversationStore {
  /// The session that was changed last is the first.
  package func sessions(
    _ filter: SessionFilter = SessionFilter()
  ) throws(StoreFailure) -> [SessionSummary] {
    var conditions = Conditions()
    if let contact = filter.contact { conditions.add("contacts.name = ?", .text(contact)) }
    if let pattern = filter.pattern { conditions.add("pattern = ?", .text(pattern)) }
    if let provider = filter.provider {
      conditions.add("provider = ?", .text(provider.rawValue))
    }
    add(filter.text ?? "", to: &conditions)
    return try database.rows(
      "SELECT " + SessionColumns.selected + ", " + Self.counted + " FROM " + SessionColumns.joined
        + conditions.text + " ORDER BY changed DESC, sessions.key DESC LIMIT ?",
      conditions.values + [SQLValue(filter.limit ?? -1)]
    ) { row throws(StoreFailure) in
      let session = try SessionColumns.session(from: &row).session
      return SessionSummary(
        session: session, messages: Int(row.number()), turns: Int(row.number()),
        lastWords: row.text())
    }
  }

  /// That the words stand in the title, or in one message.
  private func add(_ text: String, to conditions: inout Conditions) {
    let terms = SearchTerms(text, hasIndex: hasIndex)
    let words = terms.indexed + terms.literal
    guard !words.isEmpty else { return }
    var said = Conditions()
    Self.add(terms, to: &said)
    let title = words.map { _ in "title LIKE ? ESCAPE '\\'" }.joined(separator: " AND ")
    conditions.add(
      "((" + title + ") OR sessions.key IN (SELECT messages.session FROM messages" + said.text
        + "))", all: words.map(SearchTerms.pattern) + said.values)
  }

  private static let counted = """
    (SELECT count(*) FROM messages WHERE session = sessions.key AND covers_from IS NULL),
    (WITH RECURSIVE path (id, parent, role) AS (
      SELECT id, parent, role FROM messages WHERE id = sessions.leaf
      UNION SELECT m.id, m.parent, m.role FROM messages AS m JOIN path ON m.id = path.parent
    ) SELECT count(*) FROM path WHERE role = 'user'),
    (SELECT substr(content, 1, 200) FROM messages WHERE id = sessions.leaf)
    """
}
