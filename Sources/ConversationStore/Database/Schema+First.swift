extension Schema {
  /// Version 1. What belongs to a session goes with it; of a message nothing but its answer's end is
  /// ever changed. That a parent is a message of the same session is kept by the file itself.
  static let first = """
    CREATE TABLE contacts (
      key INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      notes TEXT NOT NULL,
      created INTEGER NOT NULL
    );
    CREATE TABLE contact_channels (
      channel TEXT NOT NULL,
      address TEXT NOT NULL,
      contact INTEGER NOT NULL REFERENCES contacts (key) ON DELETE CASCADE,
      PRIMARY KEY (channel, address)
    ) WITHOUT ROWID;
    CREATE INDEX contact_channels_of ON contact_channels (contact);

    CREATE TABLE sessions (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      pattern TEXT,
      pattern_variant TEXT,
      pattern_sha256 TEXT,
      script TEXT,
      system TEXT,
      goal TEXT,
      turn_limit INTEGER,
      anchor_every INTEGER,
      provider TEXT NOT NULL,
      model TEXT,
      base_url TEXT,
      fit TEXT NOT NULL,
      window INTEGER,
      channel TEXT NOT NULL,
      contact INTEGER REFERENCES contacts (key) ON DELETE SET NULL,
      leaf INTEGER,
      created INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      FOREIGN KEY (key, leaf) REFERENCES messages (session, id) DEFERRABLE INITIALLY DEFERRED
    );
    CREATE INDEX sessions_by_change ON sessions (changed, key);
    CREATE INDEX sessions_of_contact ON sessions (contact);
    CREATE INDEX sessions_of_leaf ON sessions (key, leaf);
    CREATE TABLE session_values (
      session INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (session, position)
    ) WITHOUT ROWID;
    CREATE TABLE goal_steps (
      session INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      step TEXT NOT NULL,
      is_done INTEGER NOT NULL,
      PRIMARY KEY (session, position)
    ) WITHOUT ROWID;
    CREATE TABLE asides (
      session INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      topic TEXT NOT NULL,
      back INTEGER,
      PRIMARY KEY (session, position)
    ) WITHOUT ROWID;

    CREATE TABLE messages (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      session INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
      parent INTEGER,
      covers_from INTEGER,
      role TEXT NOT NULL,
      content TEXT NOT NULL,
      turn TEXT,
      channel TEXT NOT NULL,
      time INTEGER NOT NULL,
      state TEXT NOT NULL,
      provider TEXT,
      model TEXT,
      input_tokens INTEGER,
      output_tokens INTEGER,
      cached_tokens INTEGER,
      response TEXT,
      finish_reason TEXT,
      error TEXT,
      writer_process INTEGER,
      writer_start TEXT,
      FOREIGN KEY (session, parent) REFERENCES messages (session, id)
    );
    CREATE UNIQUE INDEX messages_of_session ON messages (session, id);
    CREATE INDEX messages_of_parent ON messages (session, parent);
    CREATE INDEX messages_by_time ON messages (time);
    CREATE INDEX messages_under_way ON messages (session) WHERE state = 'under-way';

    CREATE TABLE remembered (
      key INTEGER PRIMARY KEY,
      contact INTEGER REFERENCES contacts (key) ON DELETE CASCADE,
      pattern TEXT,
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      told INTEGER NOT NULL,
      expires INTEGER
    );
    CREATE UNIQUE INDEX remembered_once
      ON remembered (ifnull(contact, 0), ifnull(pattern, ''), name);
    """
}
