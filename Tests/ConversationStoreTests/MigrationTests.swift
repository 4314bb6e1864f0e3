import Conversation
import ConversationStore
import Exporters
import Foundation
import Patterns
import Testing

@Suite("Stores of earlier versions")
struct MigrationTests {
  /// A store of a version, made from its text.
  private func old(_ version: Int, in place: Place) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/version-\(version).sql")
    try RawDatabase(place.path()).run(String(contentsOf: file, encoding: .utf8))
  }

  @Test("a store of version 1 says what it said then")
  func first() throws {
    let place = try Place()
    try old(1, in: place)
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
    #expect(
      conversation.tree.messages == [
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
          state: .underWay),
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
    try old(1, in: place)
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
    var options = StoreOptions()
    options.schema.steps += [
      "CREATE TABLE added (value TEXT); INSERT INTO added VALUES ('second')",
      "INSERT INTO added VALUES ('third')",
    ]
    for _ in 0...1 {
      let store = try place.open("store.db", options)
      #expect(try store.statistics().version == 3)
      #expect(try store.load("planet").tree.messages.count == 4)
    }
    #expect(try RawDatabase(place.path()).column("SELECT value FROM added") == ["second", "third"])
    #expect(throws: StoreFailure.newer(found: 3, known: 1)) { _ = try place.open() }
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
    #expect(try store.statistics().version == 2)
    #expect(try store.load("planet").tree.messages.count == 4)
  }
}
