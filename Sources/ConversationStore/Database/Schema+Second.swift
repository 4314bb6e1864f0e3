extension Schema {
  /// Version 2. A message names the topics in between that begin with it, so that they are known
  /// after they were left; `asides` has those that are open. The messages that begin those are found
  /// on the path under way; which branches were asides before is nowhere to be read.
  static let second = """
    CREATE TABLE message_asides (
      session INTEGER NOT NULL,
      message INTEGER NOT NULL,
      position INTEGER NOT NULL,
      topic TEXT NOT NULL,
      PRIMARY KEY (session, message, position),
      FOREIGN KEY (session, message) REFERENCES messages (session, id) ON DELETE CASCADE
    ) WITHOUT ROWID;
    INSERT INTO message_asides
    WITH RECURSIVE path (session, id, parent) AS (
      SELECT messages.session, messages.id, messages.parent
      FROM sessions JOIN messages ON messages.id = sessions.leaf
      WHERE sessions.key IN (SELECT session FROM asides)
      UNION
      SELECT messages.session, messages.id, messages.parent
      FROM path JOIN messages ON messages.id = path.parent
    )
    SELECT asides.session, path.id, asides.position, asides.topic
    FROM asides JOIN path ON path.session = asides.session AND path.parent IS asides.back;
    """
}
