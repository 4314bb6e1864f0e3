-- A store of version 2 as it was released, with something in every table. Never change it.
PRAGMA journal_mode = WAL;
PRAGMA foreign_keys = ON;
BEGIN;
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

CREATE TABLE message_asides (
  session INTEGER NOT NULL,
  message INTEGER NOT NULL,
  position INTEGER NOT NULL,
  topic TEXT NOT NULL,
  PRIMARY KEY (session, message, position),
  FOREIGN KEY (session, message) REFERENCES messages (session, id) ON DELETE CASCADE
) WITHOUT ROWID;

INSERT INTO contacts VALUES (1, 'Ada', 'Likes engines', 900);
INSERT INTO contact_channels VALUES ('sms', '+44', 1);
INSERT INTO sessions VALUES (
  1, 'planet', 'A journey', 'journey', 'short', '0123', '{}', 'Be brief.', 'A plan', 9, 3,
  'anthropic', 'claude-opus-5-5', NULL, 'summary', 200000, 'web', 1, 4, 1000, 2000);
INSERT INTO session_values VALUES (1, 0, 'city', 'Zürich'), (1, 1, 'days', '3');
INSERT INTO goal_steps VALUES (1, 0, 'Ask', 1), (1, 1, 'Write', 0);
INSERT INTO asides VALUES (1, 0, 'The weather', 2);
INSERT INTO messages VALUES
  (1, 1, NULL, NULL, 'user', 'Hello', '1', 'cli', 1001, 'whole',
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (2, 1, 1, NULL, 'assistant', 'Good day', '1', 'cli', 1002, 'whole',
    'anthropic', 'claude-opus-5-5', 10, 3, 2, 'r1', 'end_turn', NULL, NULL, NULL),
  (3, 1, 2, 1, 'assistant', 'Greetings', NULL, 'cli', 1003, 'whole',
    'anthropic', 'claude-opus-5-5', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (4, 1, 2, NULL, 'assistant', 'Three days in', NULL, 'web', 1004, 'under-way',
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, 'before'),
  (5, 1, 1, NULL, 'user', 'Tea?', NULL, 'cli', 1005, 'whole',
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO message_asides VALUES
  (1, 4, 0, 'The weather'), (1, 5, 0, 'Drinks'), (1, 5, 1, 'Tea');
INSERT INTO remembered VALUES
  (1, 1, 'journey', 'city', 'Zürich', 1000, 9000),
  (2, NULL, NULL, 'name', 'Grace', 1000, NULL);
PRAGMA application_id = 1416983150;
PRAGMA user_version = 2;
COMMIT;
