import Conversation
import ConversationStore
import Exporters
import Foundation
import Patterns
import Testing

@Suite("Stores of earlier versions")
struct MigrationTests {
  /// A store of a version, made from its text.
  private func old(_ version: Int, in place: Place, as name: String = "store.db") throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/version-\(version).sql")
    try RawDatabase(place.path(name)).run(String(contentsOf: file, encoding: .utf8))
  }

  @Test("a store of an earlier version says what it said then", arguments: [1, 2])
  func said(version: Int) throws {
    let place = try Place()
    try old(version, in: place)
    let store = try place.open()
    #expect(try store.statistics().version == Schema.current.version)
    let conversation = try store.load("planet")
    var session = Session(id: "planet", title: "A journey", provider: .anthropic, created: 1000)
    session.pattern = .init(id: "journey", variant: "short", sha256: "0123")
    session.script = "{}"
    session.window = 200_000
    session.values = [.init(name: "city", value: "Zürich"), .init(name: "days", value: "3")]
    session.system = "Be brief."
    session.goal = Goal(
      statement: "A plan", steps: [.init(text: "Ask", isDone: true), .init(text: "Write")])
    session.turnLimit = 9
    session.anchorEvery = 3
    session.model = "claude-opus-5-5"
    session.fit = .summary
    session.channel = .web
    session.contact = "Ada"
    session.leaf = 4
    session.asides = [.init(topic: "The weather", back: 2)]
    session.changed = 2000
    #expect(conversation.session == session)
    // What was left before version 2 is unknown; what is open is found on the path under way.
    #expect(conversation.tree[4]?.asides == ["The weather"])
    #expect(conversation.tree[5]?.asides == (version == 1 ? nil : ["Drinks", "Tea"]))
    #expect(
      conversation.tree.messages.prefix(4) == [
        ChatMessage(id: 1, parent: nil, role: .user, content: "Hello", turn: "1", time: 1001),
        ChatMessage(
          id: 2, parent: 1, role: .assistant, content: "Good day", turn: "1", time: 1002,
          origin: .init(
            provider: "anthropic", model: "claude-opus-5-5",
            usage: .init(input: 10, output: 3, cached: 2), responseID: "r1",
            finishReason: "end_turn")),
        ChatMessage(
          id: 3, parent: 2, kind: .summary(from: 1), role: .assistant, content: "Greetings",
          time: 1003, origin: .init(provider: "anthropic", model: "claude-opus-5-5")),
        ChatMessage(
          id: 4, parent: 2, role: .assistant, content: "Three days in", channel: .web, time: 1004,
          state: .underWay, asides: ["The weather"]),
      ])
    #expect(try store.sweep("planet").map(\.id) == [4])
    #expect(try store.search(MessageSearch("good")).map(\.message.id) == [2])
    let ada = Contact(
      name: "Ada", notes: "Likes engines", addresses: [.init(channel: .sms, address: "+44")],
      created: 900)
    #expect(try store.contacts() == [ada])
    #expect(
      try store.keptValues(of: .contact("Ada"), for: "journey", now: 1) == [
        KeptValue(
          owner: .contact("Ada"), scope: .pattern("journey"), name: "city", value: "Zürich",
          told: 1000, expires: 9000)
      ])
    #expect(
      try store.keptValues(of: .person, for: nil, now: 1) == [
        KeptValue(name: "name", value: "Grace", told: 1000)
      ])
    let faults = try RawDatabase(place.path()).faults()
    #expect(faults == [])
  }

  @Test("a store that was made by this program has the tables of its version's text")
  func sameTables() throws {
    let place = try Place()
    try old(Schema.current.version, in: place)
    let new = try Place()
    _ = try new.open("store.db", StoreOptions(indexesWords: false))
    let tables = """
      SELECT type || name || replace(replace(sql, ' ', ''), char(10), '') FROM sqlite_schema
      WHERE sql IS NOT NULL ORDER BY name
      """
    #expect(
      try RawDatabase(place.path()).column(tables) == RawDatabase(new.path()).column(tables))
  }

  @Test("each step is made once, in its order, whatever the version at the start")
  func steps() throws {
    let place = try Place()
    try old(1, in: place)
    let known = Schema.current.version
    var options = StoreOptions()
    options.schema.steps += [
      "CREATE TABLE added (value TEXT); INSERT INTO added VALUES ('second')",
      "INSERT INTO added VALUES ('third')",
    ]
    for _ in 0...1 {
      let store = try place.open("store.db", options)
      #expect(try store.statistics().version == known + 2)
      #expect(try store.load("planet").tree.messages.count == 4)
    }
    #expect(try RawDatabase(place.path()).column("SELECT value FROM added") == ["second", "third"])
    #expect(throws: StoreFailure.newer(found: known + 2, known: known)) { _ = try place.open() }
  }

  @Test("a step that fails leaves the version before it")
  func failed() throws {
    let place = try Place()
    try old(1, in: place)
    var options = StoreOptions()
    options.schema.steps += [
      "CREATE TABLE added (value TEXT)", "DROP TABLE messages; INSERT INTO nowhere VALUES (1)",
    ]
    #expect(throws: StoreFailure.self) { _ = try place.open("store.db", options) }
    options.schema.steps.removeLast()
    let store = try place.open("store.db", options)
    #expect(try store.statistics().version == Schema.current.version + 1)
    #expect(try store.load("planet").tree.messages.count == 4)
  }

  @Test("a store that is made new twice at once is made new once")
  func together() throws {
    let place = try Place()
    for round in 0..<8 {
      let name = "store-\(round)"
      try old(1, in: place, as: name)
      let others = try (0..<4).map { _ in try WritingProcess("open", place.path(name)) }
      for other in others { #expect(other.end().lines == ["open"]) }
      let raw = try RawDatabase(place.path(name))
      #expect(try raw.faults() == [])
      #expect(try raw.column("SELECT topic FROM message_asides") == ["The weather"])
      #expect(try raw.column("PRAGMA user_version") == [String(Schema.current.version)])
    }
  }

  @Test("a program that is killed while it makes a store new leaves the old one or the new one")
  func killed() throws {
    let place = try Place()
    var versions: [String] = []
    for round in 0..<40 {
      let name = "store-\(round)"
      try old(1, in: place, as: name)
      let other = try WritingProcess("open", place.path(name))
      let end = Date(timeIntervalSinceNow: Double(round) * 0.0004)
      while Date() < end {}
      _ = other.kill()
      let raw = try RawDatabase(place.path(name))
      let version = try raw.column("PRAGMA user_version")
      versions += version
      let tables = try raw.column("SELECT name FROM sqlite_schema WHERE name = 'message_asides'")
      #expect(version == [tables.isEmpty ? "1" : String(Schema.current.version)])
      #expect(try raw.faults() == [])
      let tree = try place.open(name).load("planet").tree
      #expect(tree.messages.count == 4 && tree[4]?.asides == ["The weather"])
    }
    #expect(versions.count == 40)
  }

  @Test("a step that is broken off behind any of its statements leaves no trace")
  func halves() throws {
    let place = try Place()
    try old(1, in: place)
    let raw = try RawDatabase(place.path())
    let question = "SELECT name || ifnull(sql, '') FROM sqlite_schema ORDER BY name"
    let before = try raw.column(question)
    let statements = Schema.current.steps[1].split(separator: ";").map { $0 + ";" }
    for count in 1..<statements.count {
      var options = StoreOptions()
      options.schema.steps[1] = statements.prefix(count).joined() + "INSERT INTO nowhere VALUES (1)"
      #expect(throws: StoreFailure.self) { _ = try place.open("store.db", options) }
      #expect(try raw.column(question) == before)
      #expect(try raw.column("PRAGMA user_version") == ["1"])
    }
    #expect(try place.open().load("planet").tree[4]?.asides == ["The weather"])
  }

  @Test("topics of many sessions come to their own messages, nested ones in their order")
  func topics() throws {
    let place = try Place()
    try old(1, in: place)
    let raw = try RawDatabase(place.path())
    try raw.run(
      """
      PRAGMA foreign_keys = ON;
      INSERT INTO sessions (key, id, title, provider, fit, channel, created, changed)
      VALUES (2, 'second', '', 'openai', 'window', 'cli', 1, 1),
        (3, 'third', '', 'openai', 'window', 'cli', 1, 1);
      INSERT INTO messages (id, session, parent, role, content, channel, time, state)
      VALUES (11, 2, NULL, 'user', 'a', 'cli', 1, 'whole'), (12, 2, 11, 'user', 'b', 'cli', 1, 'whole'),
        (13, 2, 12, 'user', 'c', 'cli', 1, 'whole'), (14, 2, 12, 'user', 'd', 'cli', 1, 'whole'),
        (15, 2, 11, 'user', 'e', 'cli', 1, 'whole'), (16, 3, NULL, 'user', 'f', 'cli', 1, 'whole');
      UPDATE sessions SET leaf = 14 WHERE key = 2;
      UPDATE sessions SET leaf = 16 WHERE key = 3;
      -- Begun before the first message, twice in the same place, and behind the last one.
      INSERT INTO asides VALUES (2, 0, 'outer', NULL), (2, 1, 'one', 12), (2, 2, 'two', 12),
        (2, 3, 'empty', 14), (3, 0, 'third', NULL), (3, 1, 'gone', 11);
      """)
    let store = try place.open()
    let second = try store.load("second")
    #expect(second.tree.messages.map(\.asides) == [["outer"], [], [], ["one", "two"], []])
    #expect(second.session.asides.map(\.topic) == ["outer", "one", "two", "empty"])
    #expect(try store.load("third").tree.messages.map(\.asides) == [["third"]])
    #expect(try store.load("planet").tree[4]?.asides == ["The weather"])
    #expect(try raw.faults() == [])
  }
}
