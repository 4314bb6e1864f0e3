package import Conversation
package import Patterns

/// What is looked for in all that was said.
package struct MessageSearch: Sendable, Hashable {
  /// Words that a message must all have, as they begin; between quotation marks, words in a row.
  /// Empty for every message.
  package var text: String
  package var session: String?
  package var role: Message.Role?
  package var channel: Channel?
  /// Milliseconds since 1970, the end exclusive.
  package var from: Int64?
  package var until: Int64?
  /// The most messages to find.
  package var limit: Int

  package init(_ text: String, limit: Int = 50) {
    self.text = text
    self.limit = limit
  }
}

/// A message that was found, and why.
package struct FoundMessage: Sendable, Hashable {
  package var session: SessionName
  /// Without the topics in between that begin with it.
  package var message: ChatMessage
  package var excerpt: Excerpt
}
