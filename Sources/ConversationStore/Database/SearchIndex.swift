/// The index of the messages' words, kept in step by triggers where the library has FTS5.
///
/// A library without it cannot run the triggers, and so takes them away to be able to write. Where
/// there are none, the index is not in step, and the next library that has it makes it anew.
enum SearchIndex {
  /// Returns whether the index may be asked.
  static func settle(in database: Database, isWanted: Bool) throws(StoreFailure) -> Bool {
    let canIndex = Database.hasFullText && isWanted
    let isInStep = try hasTriggers(database)
    guard canIndex != isInStep else { return canIndex }
    // A store that may only be read is looked through as it is.
    if database.isReadOnly { return false }
    try database.transaction { () throws(StoreFailure) in
      guard try hasTriggers(database) != canIndex else { return }
      try database.execute(canIndex ? begin : end)
    }
    return canIndex
  }

  /// Words of deleted texts stay in the index until its parts are merged into one.
  static func forget(in database: Database) throws(StoreFailure) {
    try database.run("INSERT INTO message_words (message_words) VALUES ('optimize')")
  }

  private static func hasTriggers(_ database: Database) throws(StoreFailure) -> Bool {
    try database.number(
      "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'messages'") == 3
  }

  private static let begin = """
    CREATE VIRTUAL TABLE IF NOT EXISTS message_words USING fts5 (
      content, content = 'messages', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
    INSERT INTO message_words (message_words) VALUES ('rebuild');
    CREATE TRIGGER message_words_add AFTER INSERT ON messages BEGIN
      INSERT INTO message_words (rowid, content) VALUES (new.id, new.content);
    END;
    CREATE TRIGGER message_words_remove AFTER DELETE ON messages BEGIN
      INSERT INTO message_words (message_words, rowid, content)
      VALUES ('delete', old.id, old.content);
    END;
    CREATE TRIGGER message_words_change AFTER UPDATE OF content ON messages BEGIN
      INSERT INTO message_words (message_words, rowid, content)
      VALUES ('delete', old.id, old.content);
      INSERT INTO message_words (rowid, content) VALUES (new.id, new.content);
    END;
    """

  private static let end = """
    DROP TRIGGER IF EXISTS message_words_add;
    DROP TRIGGER IF EXISTS message_words_remove;
    DROP TRIGGER IF EXISTS message_words_change;
    """
}
