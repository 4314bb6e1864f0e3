package import Conversation

extension ConversationStore {
  /// Stores a new session. Its `id` is given here, its leaf is none; a contact that is not known yet
  /// is added.
  package func create(
    _ session: Session, random: inout some RandomNumberGenerator
  ) throws(StoreFailure) -> Session {
    var session = session
    session.leaf = nil
    session.asides = []
    // A closure cannot hold an inout parameter of its own function across typed throws.
    let ids = candidates(&random)
    return try database.transaction { () throws(StoreFailure) in
      session.id = try freeID(ids)
      return try insert(session).session
    }
  }

  /// So many ids that one of them is free, in any store that a disk can hold.
  func candidates(_ random: inout some RandomNumberGenerator) -> [String] {
    (0..<16).map { _ in SessionID.make(from: &random) }
  }

  func freeID(_ ids: [String]) throws(StoreFailure) -> String {
    for id in ids
    where try database.number("SELECT 1 FROM sessions WHERE id = ?", [.text(id)]) == nil {
      return id
    }
    throw .refused("no id is free")
  }

  /// The id of the one session whose id begins so, or with `last` of the one that was changed last.
  package func find(_ name: String) throws(StoreFailure) -> String {
    if name == "last" {
      let last = try database.rows(
        "SELECT id FROM sessions ORDER BY changed DESC, key DESC LIMIT 1"
      ) { row in row.text() }
      guard let id = last.first else { throw .noSession(name) }
      return id
    }
    let wish = name.lowercased()
    let found = try database.rows(
      """
      SELECT id, title FROM sessions WHERE substr(id, 1, length(?1)) = ?1
      ORDER BY changed DESC, key DESC
      """, [.text(wish)]
    ) { row in SessionName(id: row.text(), title: row.text()) }
    if let exact = found.first(where: { $0.id == wish }) { return exact.id }
    guard let first = found.first, !wish.isEmpty else { throw .noSession(name) }
    guard found.count == 1 else { throw .ambiguous(name, found) }
    return first.id
  }

  package func session(_ id: String) throws(StoreFailure) -> Session {
    try database.snapshot { () throws(StoreFailure) in try record(id).session }
  }

  /// A session and its messages, as they are at one moment.
  package func load(_ id: String) throws(StoreFailure) -> StoredConversation {
    try database.snapshot { () throws(StoreFailure) in
      try conversation(record(id))
    }
  }

  /// Which topics in between are open is what the last message says, whichever process went on last.
  func conversation(_ record: SessionRecord) throws(StoreFailure) -> StoredConversation {
    var session = record.session
    let tree = try tree(of: record.key)
    session.asides = tree.openAsides(of: session, movedTo: session.leaf)
    return StoredConversation(session: session, tree: tree)
  }

  /// Stores what differs between `old`, which was read, and `new`, and returns the session as it is
  /// then: what another process has changed meanwhile stays. Where both changed the same, nothing
  /// is stored; but of the leaf, the channel and the topics in between the last word counts.
  package func update(
    from old: Session, to new: Session, now: Int64
  ) throws(StoreFailure) -> Session {
    try database.transaction { () throws(StoreFailure) in
      let record = try record(old.id)
      var merged = try SessionMerge.merge(base: old, mine: new, theirs: record.session)
      guard merged != record.session else { return merged }
      if let leaf = merged.leaf, leaf != record.session.leaf {
        try requireMessage(leaf, of: record.key)
      }
      merged.changed = max(now, record.session.changed + 1)
      try write(merged, over: record)
      return merged
    }
  }

  /// Begins anew: no message is the last one, and no topic is aside. What was said stays.
  package func reset(_ id: String, now: Int64) throws(StoreFailure) -> Session {
    try database.transaction { () throws(StoreFailure) in
      let record = try record(id)
      var session = record.session
      session.leaf = nil
      session.asides = []
      session.changed = max(now, record.session.changed + 1)
      try write(session, over: record)
      return session
    }
  }

  /// Removes a session and all that was said in it, so that no byte of it stays in the file.
  /// - Returns: Whether that is so already. Where another process reads the store, it is when the
  ///   last one closes it.
  @discardableResult
  package func delete(_ id: String) throws(StoreFailure) -> Bool {
    try database.transaction { () throws(StoreFailure) in
      let record = try record(id)
      try database.run("DELETE FROM sessions WHERE key = ?", [.number(record.key)])
      if hasIndex { try SearchIndex.forget(in: database) }
    }
    return try erase()
  }

  /// Empties the write-ahead log, which has the pages as they were.
  func erase() throws(StoreFailure) -> Bool {
    do throws(StoreFailure) {
      return try database.number("PRAGMA wal_checkpoint(TRUNCATE)") == 0
    } catch .busy {
      return false
    }
  }
}
