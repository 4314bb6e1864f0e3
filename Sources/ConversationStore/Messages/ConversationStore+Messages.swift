package import Conversation
import Exporters

extension ConversationStore {
  /// Stores a message, whose `id` is given here, and makes it the session's leaf; a summary goes on
  /// from a message and is never a leaf. When this returns, it is on the disk. An answer that is
  /// under way belongs to this process until it ends.
  package func append(
    _ message: ChatMessage, to session: String
  ) throws(StoreFailure) -> ChatMessage {
    try database.transaction { () throws(StoreFailure) in
      let key = try key(of: session)
      if let parent = message.parent { try requireMessage(parent, of: key) }
      if case .summary(let from) = message.kind { try requireMessage(from, of: key) }
      let stored = try insert(message, into: key)
      let isLeaf = message.kind == .said
      try database.run(
        """
        UPDATE sessions SET changed = max(?1, changed + 1),
          leaf = iif(?2, ?3, leaf), channel = iif(?2, ?4, channel) WHERE key = ?5
        """,
        [
          .number(message.time), isLeaf ? 1 : 0, .number(stored.id),
          .text(message.channel.rawValue), .number(key),
        ])
      return stored
    }
  }

  /// Stores how far an answer of this process has come: its content, state and origin, and nothing
  /// else of it. It may still be under way; once it is not, it never changes again.
  package func finish(_ answer: ChatMessage) throws(StoreFailure) {
    let end = MessageColumns.end(of: answer)
    let isOver = answer.state != .underWay
    let writer = options.writer
    try database.transaction { () throws(StoreFailure) in
      let changed = try database.run(
        "UPDATE messages SET " + end.map { $0.name + " = ?" }.joined(separator: ", ")
          + (isOver ? ", writer_process = NULL, writer_start = NULL" : "")
          + " WHERE id = ? AND writer_process = ? AND writer_start = ?",
        end.map(\.value) + [.number(answer.id), .number(writer.process), .text(writer.start)])
      guard changed == 0 else { return }
      let isThere =
        try database.number("SELECT 1 FROM messages WHERE id = ?", [.number(answer.id)]) != nil
      throw isThere ? .finished(answer.id) : .noMessage(answer.id)
    }
  }

  /// Ends the answers of a session that were under way in a process that is gone, and returns them
  /// as they are then: failed, with what had come. Those of a living process are left alone.
  package func sweep(_ session: String) throws(StoreFailure) -> [ChatMessage] {
    try database.transaction { () throws(StoreFailure) in
      let record = try record(session)
      let found = try database.rows(
        "SELECT writer_process, writer_start, " + MessageColumns.selected
          + " FROM messages WHERE session = ? AND state = 'under-way' ORDER BY id",
        [.number(record.key)]
      ) { row throws(StoreFailure) in
        let writer = Writer(process: row.number(), start: row.text())
        return (writer: writer, message: try MessageColumns.message(from: &row))
      }
      let topics = try asides(of: record.key)
      var ended: [ChatMessage] = []
      for (writer, message) in found where writer != options.writer && !writer.isAlive {
        var message = Self.interrupted(message, in: record.session)
        message.asides = topics[message.id] ?? []
        // The writer stays: should it live after all, its end of the answer counts.
        let end = MessageColumns.end(of: message)
        try database.run(
          "UPDATE messages SET " + end.map { $0.name + " = ?" }.joined(separator: ", ")
            + " WHERE id = ?", end.map(\.value) + [.number(message.id)])
        ended.append(message)
      }
      return ended
    }
  }

  /// What an answer becomes whose process has gone, or that is copied before its end.
  static func interrupted(_ message: ChatMessage, in session: Session) -> ChatMessage {
    var message = message
    var origin =
      message.origin
      ?? ChatMessage.Origin(provider: session.provider.rawValue, model: session.model ?? "")
    origin.error = "the program ended before the answer did"
    message.origin = origin
    message.state = .failed
    return message
  }

  func key(of session: String) throws(StoreFailure) -> Int64 {
    guard
      let key = try database.number("SELECT key FROM sessions WHERE id = ?", [.text(session)])
    else { throw .noSession(session) }
    return key
  }

  func requireMessage(_ id: ChatMessage.ID, of key: Int64) throws(StoreFailure) {
    let found = try database.number(
      "SELECT 1 FROM messages WHERE session = ? AND id = ?", [.number(key), .number(id)])
    if found == nil { throw .noMessage(id) }
  }

  /// Within a transaction.
  func insert(_ message: ChatMessage, into key: Int64) throws(StoreFailure) -> ChatMessage {
    var columns = MessageColumns.beginning(of: message) + MessageColumns.end(of: message)
    columns.append((name: "session", value: .number(key)))
    if message.state == .underWay {
      columns.append((name: "writer_process", value: .number(options.writer.process)))
      columns.append((name: "writer_start", value: .text(options.writer.start)))
    }
    try database.run(
      "INSERT INTO messages (" + columns.map(\.name).joined(separator: ", ") + ") VALUES ("
        + columns.map { _ in "?" }.joined(separator: ", ") + ")", columns.map(\.value))
    var stored = message
    stored.id = database.lastID
    try write(message.asides, of: stored.id, in: key)
    return stored
  }

  /// Topics in between that begin with a message, behind those that it names already; within a
  /// transaction.
  func write(
    _ asides: [String], of message: ChatMessage.ID, in key: Int64, behind named: Int = 0
  ) throws(StoreFailure) {
    for (position, topic) in asides.enumerated() {
      try database.run(
        "INSERT INTO message_asides VALUES (?, ?, ?, ?)",
        [.number(key), .number(message), SQLValue(named + position), .text(topic)])
    }
  }

  /// By the message that begins them.
  private func asides(of key: Int64) throws(StoreFailure) -> [ChatMessage.ID: [String]] {
    guard !isOlder else { return [:] }
    let rows = try database.rows(
      "SELECT message, topic FROM message_asides WHERE session = ? ORDER BY message, position",
      [.number(key)]
    ) { row in (message: row.number(), topic: row.text()) }
    return Dictionary(grouping: rows, by: \.message).mapValues { $0.map(\.topic) }
  }

  /// All messages of a session.
  func tree(of key: Int64) throws(StoreFailure) -> MessageTree {
    let messages = try database.rows(
      "SELECT " + MessageColumns.selected + " FROM messages WHERE session = ? ORDER BY id",
      [.number(key)], read: MessageColumns.message)
    let topics = try asides(of: key)
    var tree = MessageTree()
    for var message in messages {
      // A tree demands what the file promises; a damaged file may have broken it.
      if let parent = message.parent, tree[parent] == nil {
        throw .corrupt("message \(message.id) goes on from none")
      }
      message.asides = topics[message.id] ?? []
      tree.append(message)
    }
    return tree
  }
}
