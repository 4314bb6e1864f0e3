/// All that was said in one conversation. A fork is a second child; nothing is ever taken away, so
/// going back, forking and returning only move the leaf.
package struct MessageTree: Sendable, Hashable {
  /// In the order of their ids, which is that of time.
  package private(set) var messages: [ChatMessage] = []
  private var places: [ChatMessage.ID: Int] = [:]

  package init() {}

  /// - Parameter messages: In the order of their ids; a parent comes before its children.
  package init(_ messages: [ChatMessage]) {
    for message in messages { append(message) }
  }

  /// Adds a message. Its parent must be there, and its id be larger than all before.
  package mutating func append(_ message: ChatMessage) {
    precondition(messages.last.map { $0.id < message.id } ?? true, "ids must grow")
    precondition(message.parent.map { places[$0] != nil } ?? true, "a parent comes first")
    places[message.id] = messages.count
    messages.append(message)
  }

  /// Puts the end of an answer in its place.
  package mutating func replace(_ message: ChatMessage) {
    guard let place = places[message.id] else { return append(message) }
    messages[place] = message
  }

  package subscript(id: ChatMessage.ID) -> ChatMessage? {
    places[id].map { messages[$0] }
  }

  /// From the first message to this one, which is the last; empty for nil.
  package func path(to leaf: ChatMessage.ID?) -> [ChatMessage] {
    var path: [ChatMessage] = []
    var next = leaf
    while let id = next, let message = self[id] {
      path.append(message)
      next = message.parent
    }
    return path.reversed()
  }

  /// What was said next, in the order of time; more than one where the conversation forks.
  package func children(of id: ChatMessage.ID?) -> [ChatMessage] {
    messages.filter { $0.parent == id && $0.kind == .said }
  }

  /// The last summary of the longest run of this path's messages.
  package func summary(on path: [ChatMessage]) -> ChatMessage? {
    for message in path.reversed() {
      let found = messages.last { candidate in
        guard case .summary = candidate.kind else { return false }
        return candidate.parent == message.id && candidate.state == .whole
      }
      if let found { return found }
    }
    return nil
  }
}
