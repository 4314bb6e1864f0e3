/// How much a store holds.
package struct StoreStatistics: Sendable, Hashable {
  package var sessions: Int
  package var messages: Int
  package var contacts: Int
  /// Remembered values, those that have expired included.
  package var keptValues: Int
  /// What providers counted.
  package var inputTokens: Int
  package var outputTokens: Int
  /// Of the first and the last message, in milliseconds since 1970; nil where there is none.
  package var first: Int64?
  package var last: Int64?
  /// The size of the database.
  package var bytes: Int
  package var version: Int
  /// Whether words are looked up in an index.
  package var hasIndex: Bool
}

extension ConversationStore {
  package func statistics() throws(StoreFailure) -> StoreStatistics {
    try database.snapshot { () throws(StoreFailure) in
      StoreStatistics(
        sessions: try count("SELECT count(*) FROM sessions"),
        messages: try count("SELECT count(*) FROM messages"),
        contacts: try count("SELECT count(*) FROM contacts"),
        keptValues: try count("SELECT count(*) FROM remembered"),
        inputTokens: try count("SELECT sum(input_tokens) FROM messages"),
        outputTokens: try count("SELECT sum(output_tokens) FROM messages"),
        first: try database.number("SELECT min(time) FROM messages"),
        last: try database.number("SELECT max(time) FROM messages"),
        bytes: try count("PRAGMA page_count") * count("PRAGMA page_size"),
        version: try count("PRAGMA user_version"), hasIndex: hasIndex)
    }
  }

  private func count(_ question: String) throws(StoreFailure) -> Int {
    Int(clamping: try database.number(question) ?? 0)
  }
}
