import Conversation

/// Messages that go on from each other, and the other ways that leave them.
struct Strand {
  /// A topic in between.
  struct Topic: Hashable {
    var name: String
    /// Whether it was not left.
    var isOpen: Bool
  }

  struct Entry {
    var message: ChatMessage
    /// How often the user has spoken up to here.
    var turn: Int
    /// Ways that leave behind this message.
    var ways: [Strand] = []
    /// Summaries that end with this message.
    var summaries: [ChatMessage] = []
    /// Topics in between that begin with this message, the outermost first.
    var topics: [Topic] = []
  }

  var entries: [Entry] = []
  /// Ways that leave before the first message.
  var beginnings: [Strand] = []
  /// Topics in between that are begun, and nothing is said on them yet.
  var openTopics: [Topic] = []
  /// How many ways lead here one out of the other; 0 for the path under way.
  var depth: Int
  /// Messages of this strand and of all that leave it.
  var size: Int

  /// The topics in between that it begins with; none for another way on.
  var topics: [Topic] { entries.first?.topics ?? [] }
}
