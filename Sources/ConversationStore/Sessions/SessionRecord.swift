import Conversation

/// A session as it is stored: its row and the lists that belong to it.
struct SessionRecord {
  let key: Int64
  var session: Session
}

extension ConversationStore {
  /// The session with exactly this id.
  func record(_ id: String) throws(StoreFailure) -> SessionRecord {
    let found = try database.rows(
      "SELECT " + SessionColumns.selected + " FROM " + SessionColumns.joined
        + " WHERE sessions.id = ?", [.text(id)], read: SessionColumns.session)
    guard let (key, session) = found.first else { throw .noSession(id) }
    var record = SessionRecord(key: key, session: session)
    try readLists(of: &record)
    return record
  }

  private func readLists(of record: inout SessionRecord) throws(StoreFailure) {
    record.session.values = try database.rows(
      "SELECT name, value FROM session_values WHERE session = ? ORDER BY position",
      [.number(record.key)]
    ) { row in RememberedValue(name: row.text(), value: row.text()) }
    record.session.goal?.steps = try database.rows(
      "SELECT step, is_done FROM goal_steps WHERE session = ? ORDER BY position",
      [.number(record.key)]
    ) { row in Goal.Step(text: row.text(), isDone: row.number() != 0) }
    record.session.asides = try database.rows(
      "SELECT topic, back FROM asides WHERE session = ? ORDER BY position",
      [.number(record.key)]
    ) { row in Session.Aside(topic: row.text(), back: row.optionalNumber()) }
  }

  /// A new row with its lists; within a transaction.
  func insert(_ session: Session) throws(StoreFailure) -> SessionRecord {
    let columns = SessionColumns.values(of: session)
    let names = columns.map(\.name).joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    try database.run(
      "INSERT INTO sessions (" + names + ", contact) VALUES (" + places + ", ?)",
      columns.map(\.value) + [SQLValue(try contactKey(session.contact, now: session.created))])
    let record = SessionRecord(key: database.lastID, session: session)
    try write(session.values, of: record.key)
    try write(session.goal?.steps ?? [], of: record.key)
    try write(session.asides, of: record.key)
    return record
  }

  /// Writes what is different and nothing else; within a transaction.
  func write(_ session: Session, over record: SessionRecord) throws(StoreFailure) {
    let old = record.session
    var columns = zip(SessionColumns.values(of: session), SessionColumns.values(of: old))
      .filter { $0.value != $1.value }.map(\.0)
    if session.contact != old.contact {
      let key = try contactKey(session.contact, now: session.changed)
      columns.append((name: "contact", value: SQLValue(key)))
    }
    if !columns.isEmpty {
      try database.run(
        "UPDATE sessions SET " + columns.map { $0.name + " = ?" }.joined(separator: ", ")
          + " WHERE key = ?", columns.map(\.value) + [.number(record.key)])
    }
    if session.values != old.values { try write(session.values, of: record.key) }
    if session.goal?.steps ?? [] != old.goal?.steps ?? [] {
      try write(session.goal?.steps ?? [], of: record.key)
    }
    if session.asides != old.asides { try write(session.asides, of: record.key) }
  }

  private func write(_ values: [RememberedValue], of key: Int64) throws(StoreFailure) {
    try database.run("DELETE FROM session_values WHERE session = ?", [.number(key)])
    for (position, value) in values.enumerated() {
      try database.run(
        "INSERT INTO session_values VALUES (?, ?, ?, ?)",
        [.number(key), SQLValue(position), .text(value.name), .text(value.value)])
    }
  }

  private func write(_ steps: [Goal.Step], of key: Int64) throws(StoreFailure) {
    try database.run("DELETE FROM goal_steps WHERE session = ?", [.number(key)])
    for (position, step) in steps.enumerated() {
      try database.run(
        "INSERT INTO goal_steps VALUES (?, ?, ?, ?)",
        [.number(key), SQLValue(position), .text(step.text), step.isDone ? 1 : 0])
    }
  }

  private func write(_ asides: [Session.Aside], of key: Int64) throws(StoreFailure) {
    try database.run("DELETE FROM asides WHERE session = ?", [.number(key)])
    for (position, aside) in asides.enumerated() {
      try database.run(
        "INSERT INTO asides VALUES (?, ?, ?, ?)",
        [.number(key), SQLValue(position), .text(aside.topic), SQLValue(aside.back)])
    }
  }
}
