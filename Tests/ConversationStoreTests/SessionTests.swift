import Conversation
import ConversationStore
import Exporters
import Patterns
import Testing

@Suite("Sessions in a store")
struct SessionTests {
  let store: ConversationStore

  init() throws { store = try ConversationStore(path: ":memory:") }

  /// Every field with something in it that is not what it has by itself.
  private var full: Session {
    var session = Session(
      id: "", title: "O'Brien; \"plan\" \0 ü", provider: .m365Copilot, created: 5)
    session.pattern = .init(id: "plan", variant: "short", sha256: "abc")
    session.values = [.init(name: "b", value: ""), .init(name: "a", value: "x\ny")]
    session.system = "Be brief."
    session.goal = Goal(
      statement: "A plan", steps: [.init(text: "one", isDone: true), .init(text: "two")])
    session.turnLimit = 7
    session.anchorEvery = 3
    session.model = "m"
    session.baseURL = "http://localhost"
    session.fit = .strict
    session.channel = .voice
    session.contact = "Ada"
    session.changed = 6
    return session
  }

  @Test("a session comes back as it was stored, with an id")
  func roundTrip() throws {
    var dice = Dice()
    let created = try store.create(full, random: &dice)
    var expected = full
    expected.id = created.id
    #expect(created == expected)
    #expect(try store.session(created.id) == expected)
    #expect(created.id.count == 6)
    #expect(created.id.contains(/^[a-km-np-z][2-9a-km-np-z]+$/))
    let changed = try store.update(
      from: created,
      to: Session(
        id: created.id, title: "T", provider: .ollama, created: 5), now: 9)
    #expect(try store.session(created.id) == changed)
    #expect(changed.goal == nil && changed.values.isEmpty && changed.contact == nil)
    #expect(changed.changed == 9)
  }

  @Test("two sessions from the same dice have different ids")
  func unique() throws {
    #expect(try store.begin(seed: 3).id != store.begin(seed: 3).id)
  }

  @Test("a session is found by the beginning of its id, and the last by its name")
  func find() throws {
    var sessions: [Session] = []
    for seed in 0..<60 {
      sessions.append(try store.begin("T\(seed)", at: Int64(seed), seed: UInt64(seed)))
    }
    let id = sessions[30].id
    #expect(try store.find(id) == id)
    #expect(try store.find(id.uppercased()) == id)
    #expect(try store.find("last") == sessions[59].id)
    let letter = String(id.prefix(1))
    let same = sessions.filter { $0.id.hasPrefix(letter) }.reversed()
    try #require(same.count > 1)
    #expect(
      throws: StoreFailure.ambiguous(
        letter, same.map { SessionName(id: $0.id, title: $0.title) })
    ) { try store.find(letter) }
    for name in ["", "%", "_", "0", "'", id + "x"] {
      #expect(throws: StoreFailure.noSession(name)) { try store.find(name) }
    }
  }

  @Test("nothing is last in an empty store")
  func nothing() throws {
    #expect(throws: StoreFailure.noSession("last")) { try store.find("last") }
    #expect(throws: StoreFailure.noSession("abc")) { try store.load("abc") }
    #expect(try store.sessions().isEmpty)
  }

  @Test("a list tells what was said, the newest first, and can be narrowed")
  func list() throws {
    var dice = Dice(9)
    let first = try store.begin("First", at: 1, seed: 2)
    let second = try store.create(full, random: &dice)
    let said = try store.say("Hello", "Good day", "A plan", "Here", in: first, at: 100)
    try store.say("A poem", in: first, after: said[1].id, at: 200)
    let list = try store.sessions()
    #expect(list.map(\.session.id) == [first.id, second.id])
    #expect(list.map(\.messages) == [5, 0])
    #expect(list.map(\.turns) == [2, 0])
    #expect(list.map(\.lastWords) == ["A poem", ""])

    func ids(_ change: (inout SessionFilter) -> Void) throws -> [String] {
      var filter = SessionFilter()
      change(&filter)
      return try store.sessions(filter).map(\.session.id)
    }
    #expect(try ids { $0.contact = "Ada" } == [second.id])
    #expect(try ids { $0.pattern = "plan" } == [second.id])
    #expect(try ids { $0.provider = .openai } == [first.id])
    #expect(try ids { $0.text = "poem" } == [first.id])
    #expect(try ids { $0.text = "brien" } == [second.id])
    #expect(try ids { $0.text = "day" } == [first.id])
    #expect(try ids { $0.text = "\"; DROP TABLE sessions; --" } == [])
    #expect(try ids { $0.limit = 1 } == [first.id])
    #expect(
      try ids {
        $0.contact = "Ada"
        $0.provider = .openai
      } == [])
  }

  @Test("two writers of different fields both have their way")
  func merged() throws {
    var dice = Dice()
    let base = try store.create(full, random: &dice)
    var mine = base
    mine.title = "Mine"
    mine.values[0].value = "mine"
    var theirs = base
    theirs.model = "theirs"
    theirs.values[1].value = "theirs"
    theirs.values.append(.init(name: "c", value: "new"))
    let said = try store.say("Hello", in: base)
    _ = try store.update(from: base, to: theirs, now: 10)
    let result = try store.update(from: base, to: mine, now: 11)
    #expect(result.title == "Mine" && result.model == "theirs")
    #expect(
      result.values == [
        .init(name: "b", value: "mine"), .init(name: "a", value: "theirs"),
        .init(name: "c", value: "new"),
      ])
    #expect(result.leaf == said[0].id)
    #expect(result.changed > 10)
    #expect(try store.session(base.id) == result)
  }

  @Test("two writers of one field do not overwrite each other")
  func conflict() throws {
    let base = try store.begin()
    var mine = base
    mine.title = "Mine"
    mine.model = "mine"
    var theirs = base
    theirs.title = "Theirs"
    theirs.values = [.init(name: "a", value: "theirs")]
    mine.values = [.init(name: "a", value: "mine")]
    let stored = try store.update(from: base, to: theirs, now: 1)
    #expect(throws: StoreFailure.changedMeanwhile(fields: ["the title", "the value \"a\""])) {
      try store.update(from: base, to: mine, now: 2)
    }
    #expect(try store.session(base.id) == stored)
  }

  @Test("an update that changes nothing leaves the stamp as it is")
  func unchanged() throws {
    let base = try store.begin(at: 4)
    #expect(try store.update(from: base, to: base, now: 99) == base)
    #expect(try store.session(base.id).changed == 4)
  }

  @Test("the leaf is moved to any message of the session, and to no other")
  func leaf() throws {
    let session = try store.begin()
    let other = try store.begin(seed: 2)
    let said = try store.say("a", "b", "c", in: session)
    let foreign = try store.say("x", in: other)
    let now = try store.session(session.id)
    var back = now
    back.leaf = said[0].id
    #expect(try store.update(from: now, to: back, now: 5).leaf == said[0].id)
    #expect(try store.load(session.id).tree.messages.count == 3)
    back.leaf = foreign[0].id
    #expect(throws: StoreFailure.noMessage(foreign[0].id)) {
      try store.update(from: now, to: back, now: 6)
    }
  }

  @Test(
    "each of two processes may be on a topic of its own; open is what the last message was said on")
  func asides() throws {
    let session = try store.begin()
    let said = try store.say("a", "b", in: session)
    let base = try store.session(session.id)
    for topic in ["ours", "theirs"] {
      var begun = base
      begun.asides = [.init(topic: topic, back: said[1].id)]
      #expect(try store.update(from: base, to: begun, now: 5).asides == begun.asides)
      let first = try store.append(
        ChatMessage(
          id: 0, parent: said[1].id, role: .user, content: topic, time: 6, asides: [topic]),
        to: session.id)
      #expect(try store.load(session.id).tree[first.id] == first)
    }
    // Who was on none says something on the main topic.
    try store.say("c", in: session, after: said[1].id)
    #expect(try store.load(session.id).session.asides == [])
    var back = base
    back.leaf = try store.load(session.id).tree.messages[2].id
    _ = try store.update(from: base, to: back, now: 7)
    #expect(try store.load(session.id).session.asides.map(\.topic) == ["ours"])
  }

  @Test("a reset begins anew and keeps what was said")
  func reset() throws {
    let session = try store.begin()
    try store.say("a", "b", in: session)
    let now = try store.session(session.id)
    var aside = now
    aside.asides = [.init(topic: "weather", back: now.leaf)]
    #expect(try store.update(from: now, to: aside, now: 5).asides == aside.asides)
    let reset = try store.reset(session.id, now: 6)
    #expect(reset.leaf == nil && reset.asides.isEmpty)
    #expect(try store.load(session.id).tree.messages.count == 2)
  }

  @Test("statistics count what is there")
  func statistics() throws {
    let session = try store.begin()
    #expect(try store.statistics().first == nil)
    try store.say("a", "b", in: session, at: 40)
    let numbers = try store.statistics()
    #expect(numbers.sessions == 1 && numbers.messages == 2)
    #expect(numbers.first == 40 && numbers.last == 41)
    #expect(numbers.version == Schema.current.version && numbers.bytes > 4096)
  }
}
