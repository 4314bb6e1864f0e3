package import Conversation

extension ConversationStore {
  /// A new session that goes on from a message of another: the path up to it, the summaries on the
  /// path, and all that is known are copied, so that neither session changes the other.
  /// - Parameter message: Nil for a session that begins before the first.
  package func fork(
    _ id: String, at message: ChatMessage.ID?, title: String? = nil, now: Int64,
    random: inout some RandomNumberGenerator
  ) throws(StoreFailure) -> Session {
    let ids = candidates(&random)
    return try database.transaction { () throws(StoreFailure) in
      let origin = try record(id)
      if let message { try requireMessage(message, of: origin.key) }
      let tree = try tree(of: origin.key)
      let path = Set(tree.path(to: message).map(\.id))
      let kept = tree.messages.filter { candidate in
        switch candidate.kind {
        case .said: path.contains(candidate.id)
        case .summary(let from):
          candidate.parent.map(path.contains) ?? false && path.contains(from)
        }
      }
      var copy = origin.session
      copy.id = try freeID(ids)
      copy.title = title ?? copy.title
      copy.asides = tree.openAsides(of: copy, movedTo: message)
      copy.leaf = message
      copy.created = now
      copy.changed = now
      return try insert(copy, with: kept)
    }
  }

  /// Takes in a conversation from elsewhere, whole or not at all. The session and its messages get
  /// ids of this store; the caller's say only which belongs to which.
  /// - Parameter messages: Every parent before its children.
  package func take(
    _ session: Session, _ messages: [ChatMessage], random: inout some RandomNumberGenerator
  ) throws(StoreFailure) -> StoredConversation {
    let ids = candidates(&random)
    return try database.transaction { () throws(StoreFailure) in
      var session = session
      session.id = try freeID(ids)
      session = try insert(session, with: messages)
      return try conversation(record(session.id))
    }
  }

  /// Stores a session with copies of messages, and leads all that names one of them to its copy.
  private func insert(
    _ session: Session, with messages: [ChatMessage]
  ) throws(StoreFailure) -> Session {
    var copy = session
    copy.leaf = nil
    copy.asides = []
    let record = try insert(copy)
    var copies: [ChatMessage.ID: ChatMessage.ID] = [:]
    for message in messages {
      var new = message.state == .underWay ? Self.interrupted(message, in: session) : message
      if let parent = message.parent {
        guard let known = copies[parent] else { throw .brokenTree(message.id) }
        new.parent = known
      }
      if case .summary(let from) = message.kind {
        guard let known = copies[from] else { throw .brokenTree(message.id) }
        new.kind = .summary(from: known)
      }
      guard copies.updateValue(try insert(new, into: record.key).id, forKey: message.id) == nil
      else { throw .brokenTree(message.id) }
    }
    if let leaf = session.leaf {
      guard let known = copies[leaf] else { throw .noMessage(leaf) }
      copy.leaf = known
    }
    for aside in session.asides {
      if let back = aside.back, copies[back] == nil { throw .noMessage(back) }
      copy.asides.append(.init(topic: aside.topic, back: aside.back.flatMap { copies[$0] }))
    }
    try write(copy, over: record)
    // A file of an earlier version names no message.
    let tree = try tree(of: record.key)
    for (message, topics) in tree.unnamedAsides(of: copy) {
      let named = tree[message]?.asides.count ?? 0
      try write(topics, of: message, in: record.key, behind: named)
    }
    return copy
  }
}
