import Conversation
import ConversationStore
import Patterns
import Testing

@Suite("Searching in messages")
struct SearchTests {
  private func filled(_ indexes: Bool) throws -> (ConversationStore, [Session]) {
    let store = try ConversationStore(
      path: ":memory:", options: StoreOptions(indexesWords: indexes))
    let work = try store.begin("Work", seed: 1)
    let travel = try store.begin("Travel", seed: 2)
    try store.say(
      "Plan a conference in Zürich", "A conference needs a hall, 100% sure", in: work, at: 100)
    _ = try store.append(
      ChatMessage(
        id: 0, parent: nil, role: .user, content: "Flights to Zürich and C++ at 50_50",
        channel: .sms, time: 200), to: travel.id)
    try store.say("明日の天気を教えて", in: travel, at: 300)
    return (store, [work, travel])
  }

  @Test(
    "all words must be there, as they begin", arguments: [true, false],
    [
      ("conference", [101, 100]), ("confer", [101, 100]), ("conference zürich", [100]),
      ("ZÜrich", [200, 100]), ("flights conference", []), ("\"needs a hall\"", [101]),
      ("\"a needs\"", []), ("100%", [101]), ("50_50", [200]), ("C++", [200]), ("天気", [300]),
      ("", [300, 200, 101, 100]), ("   ", [300, 200, 101, 100]),
    ] as [(String, [Int64])])
  func words(indexes: Bool, question: (text: String, times: [Int64])) throws {
    // Without an index only the case of ASCII letters is looked past.
    if !indexes, question.text == "ZÜrich" { return }
    let (store, _) = try filled(indexes)
    #expect(store.hasIndex == indexes)
    #expect(try store.search(MessageSearch(question.text)).map(\.message.time) == question.times)
  }

  @Test(
    "odd words find nothing or something, and are never an error", arguments: [true, false],
    [
      "\"", "\"\"", "'", "' OR 1=1 --", "AND", "NOT", "a AND", "NEAR(a b)", "content:a", "a*", "*",
      "(", ")", "{a b}", "^a", "-a", "+", "a\0b", "\0", "\\", "%", "_", "%_\\", "!!!", "\u{1F600}",
      "a\u{301}\u{301}", "?1", ":x", "\"a", "a\"b\"c", "\u{FFFF}", "½",
    ])
  func odd(indexes: Bool, text: String) throws {
    let (store, _) = try filled(indexes)
    let found = try store.search(MessageSearch(text))
    #expect(found.count <= 4)
    var filter = SessionFilter()
    filter.text = text
    _ = try store.sessions(filter)
  }

  @Test("a search can be narrowed", arguments: [true, false])
  func filters(indexes: Bool) throws {
    let (store, sessions) = try filled(indexes)
    func times(_ text: String, _ change: (inout MessageSearch) -> Void) throws -> [Int64] {
      var search = MessageSearch(text)
      change(&search)
      return try store.search(search).map(\.message.time)
    }
    #expect(try times("Zürich") { $0.session = sessions[0].id } == [100])
    #expect(try times("") { $0.role = .assistant } == [101])
    #expect(try times("") { $0.channel = .sms } == [200])
    #expect(
      try times("") {
        $0.from = 101
        $0.until = 300
      } == [200, 101])
    #expect(try times("") { $0.limit = 1 } == [300])
    #expect(try times("") { $0.limit = -1 } == [])
    #expect(try times("Zürich") { $0.session = "nobody" } == [])
  }

  @Test("a result shows where the words stand, whatever their case and accents")
  func excerpt() throws {
    let (store, sessions) = try filled(true)
    let before = String(repeating: "before ", count: 40)
    try store.say(before + "the CAFÉ is open" + before, in: sessions[0], at: 900)
    let found = try #require(try store.search(MessageSearch("cafe")).first)
    #expect(found.session == SessionName(id: sessions[0].id, title: "Work"))
    #expect(found.excerpt.pieces.filter(\.isMatch).map(\.text) == ["CAFÉ"])
    #expect(found.excerpt.isCutBefore && found.excerpt.isCutAfter)
    #expect(found.excerpt.text.count <= 120)
    #expect(found.message.content.contains(found.excerpt.text))
    let all = try #require(try store.search(MessageSearch("", limit: 1)).first)
    #expect(all.excerpt.pieces.count == 1 && !all.excerpt.isCutBefore)
  }

  @Test("the index follows an answer to its end")
  func follows() throws {
    let store = try ConversationStore(path: ":memory:")
    let session = try store.begin()
    var answer = try store.append(
      ChatMessage(
        id: 0, parent: nil, role: .assistant, content: "early", time: 1, state: .underWay),
      to: session.id)
    answer.content = "late"
    answer.state = .whole
    try store.finish(answer)
    #expect(try store.search(MessageSearch("early")).isEmpty)
    #expect(try store.search(MessageSearch("late")).map(\.message) == [answer])
  }

  @Test("a store that a library without an index wrote is indexed anew by one with it")
  func again() throws {
    let place = try Place()
    let plain = StoreOptions(indexesWords: false)
    let session = try place.open().begin()
    try place.open().say("first", in: session)
    try place.open("store.db", plain).say("second", in: session)
    #expect(try place.open("store.db", plain).search(MessageSearch("second")).count == 1)
    let store = try place.open()
    #expect(store.hasIndex)
    #expect(try store.search(MessageSearch("second")).count == 1)
    #expect(try store.search(MessageSearch("first")).count == 1)
    try RawDatabase(place.path()).run(
      "INSERT INTO message_words (message_words) VALUES ('integrity-check')")
  }
}
