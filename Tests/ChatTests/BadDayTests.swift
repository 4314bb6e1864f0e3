import Chat
import Conversation
import ConversationStore
import Exporters
import Fetch
import Patterns
import ProviderServer
import Testing

@Suite("A conversation on a bad day")
struct BadDayTests {
  struct Day: Sendable, CustomTestStringConvertible {
    var name: String
    var speech = Speech.openai
    var answer: ServerAnswer
    /// How often it is asked in all.
    var attempts = 1
    /// What of the answer came.
    var partial = ""
    /// A part of what is said of it.
    var words: String

    var testDescription: String { name }
  }

  static let days = [
    Day(
      name: "401",
      answer: Speech.openai.fails(
        401, kind: "invalid_request_error", code: "invalid_api_key",
        "Incorrect API key provided: \(Talk.key)."), words: "OpenAI does not accept the key"),
    Day(
      name: "403", speech: .anthropic,
      answer: Speech.anthropic.fails(403, kind: "permission_error", "not yours"),
      words: "Anthropic does not allow this"),
    Day(
      name: "404 model",
      answer: Speech.openai.fails(
        404, kind: "invalid_request_error", code: "model_not_found", "no such model"),
      words: "OpenAI has no model \"m-1\""),
    Day(
      name: "429 with a Retry-After that is too long to wait",
      answer: Speech.openai.fails(
        429, kind: "requests", code: "rate_limit_exceeded", "slow down",
        headers: [("retry-after", "3600")]), words: "OpenAI was asked too often"),
    Day(
      name: "429 without Retry-After, again and again",
      answer: Speech.openai.fails(429, kind: "requests", code: "rate_limit_exceeded", "slow down"),
      attempts: 3, words: "OpenAI was asked too often"),
    Day(
      name: "500, again and again", answer: Speech.openai.fails(500, kind: "server_error"),
      attempts: 3, words: "OpenAI failed"),
    Day(
      name: "529, again and again", speech: .anthropic,
      answer: Speech.anthropic.fails(529, kind: "overloaded_error", "Overloaded"), attempts: 3,
      words: "Anthropic is overloaded"),
    Day(
      name: "cut in mid-stream",
      answer: Speech.openai.says(["Hel", "lo"]).after(Speech.openai.opening + 1, .cut),
      partial: "Hel", words: "OpenAI"),
    Day(
      name: "cut before the first word", speech: .ollama, answer: .nothing, attempts: 3,
      words: "Ollama cannot be asked"),
    Day(
      name: "a stream that stalls",
      answer: Speech.openai.says(["Hel", "lo"]).after(Speech.openai.opening + 1, .stall),
      partial: "Hel", words: "OpenAI cannot be asked"),
    Day(
      name: "an error event after 200", speech: .anthropic,
      answer: Speech.anthropic.says(["Hel", "lo"]).after(
        Speech.anthropic.opening + 1,
        Speech.anthropic.failsLater(529, kind: "overloaded_error", "Overloaded")),
      partial: "Hel", words: "Anthropic is overloaded"),
    Day(
      name: "malformed JSON",
      answer: Speech.openai.says(["Hel", "lo"]).after(
        Speech.openai.opening + 1, .bytes(Array("data: {\"choices\":[{\n\n".utf8))),
      partial: "Hel", words: "OpenAI answered something that cannot be read"),
    Day(
      name: "an empty answer", answer: Speech.openai.says([]),
      words: "OpenAI answered without a word"),
    Day(
      name: "a refusal", speech: .anthropic,
      answer: Speech.anthropic.says([], finish: "refusal"), words: "Anthropic refuses to answer"),
  ]

  @Test("what came is kept, the day is told, and the conversation goes on", arguments: days)
  func survived(_ day: Day) throws {
    let talk = try Talk(
      day.speech, patience: day.name.contains("stalls") ? .milliseconds(300) : .seconds(20)
    ) { _, number in
      // Good at first, bad as long as it is asked again, and good afterwards.
      (1...day.attempts).contains(number) ? day.answer : day.speech.says(["fine"])
    }
    try talk.say("one")
    let told = failure { try talk.say("two") }
    #expect(told.contains(day.words), "\(told)")
    #expect(!told.contains(Talk.key))
    #expect(talk.server.requests.count == 1 + day.attempts)
    let failed = try #require(talk.engine.tree.messages.last)
    #expect(failed.role == .assistant && failed.state == .failed && failed.content == day.partial)
    #expect(failed.origin?.error?.contains(day.words) == true)
    #expect(
      talk.engine.session.leaf == (day.partial.isEmpty ? failed.parent : failed.id))
    try talk.checkStore()

    try talk.askAgain()
    #expect(talk.said.suffix(2) == ["user: two", "assistant: fine"])
    #expect(
      try talk.asked(1 + day.attempts).suffix(1).first?.hasSuffix("two") == true
        || day.speech != .openai)
    try talk.say("three")
    #expect(talk.said.count == 6)
    try talk.checkStore()
  }

  @Test("429 with Retry-After: it waits, says so, and is answered")
  func waiting() throws {
    let talk = try Talk { _, number in
      number == 0
        ? Speech.openai.fails(
          429, kind: "requests", code: "rate_limit_exceeded", headers: [("retry-after", "2")])
        : Speech.openai.says(["fine"])
    }
    try talk.say("one")
    #expect(talk.said == ["user: one", "assistant: fine"])
    let waits = talk.events.compactMap { if case .waiting(let words) = $0 { words } else { nil } }
    #expect(waits.count == 1 && waits[0].hasSuffix("trying again in 2 s"), "\(waits)")
    try talk.checkStore()
  }

  @Test(
    "split UTF-8 and split events at every byte are stored as they were meant",
    arguments: Speech.allCases)
  func split(speech: Speech) throws {
    let words = ["naïve ", "🙂 \u{1B}[2J", "\r\n日本"]
    let talk = try Talk(speech) { _, _ in speech.says(words).split(every: 1) }
    #expect(try talk.say("one").content == words.joined())
    #expect(talk.texts == words.joined())
    try talk.checkStore()
  }

  private static func tooLong(by times: Double) -> ServerAnswer {
    Speech.openai.fails(
      400, kind: "invalid_request_error", code: "context_length_exceeded",
      "This model's maximum context length is 700 tokens. However, your messages resulted in "
        + "\(Int(700 * times)) tokens.")
  }

  private static let tooLong = tooLong(by: 3)

  @Test("400 too long: it is sent again with less of what was said before, and says so")
  func fitted() throws {
    let talk = try Talk { request, _ in
      request.body.count > 3000
        ? Self.tooLong : Speech.openai.says([String(repeating: "x", count: 400)])
    }
    for turn in 1...7 { try talk.say("question \(turn) " + String(repeating: "word ", count: 40)) }
    let adjusted = talk.events.filter { if case .adjusted = $0 { true } else { false } }
    #expect(!adjusted.isEmpty)
    let notes = talk.events.contains {
      if case .notes(let notes) = $0 {
        notes.contains { $0.contains("there is no room for") }
      } else {
        false
      }
    }
    #expect(notes)
    let last = try talk.asked(talk.server.requests.count - 1)
    #expect(last.count < 13 && last.last?.contains("question 7") == true)
    #expect(talk.said.count == 14, "nothing is lost but in the request")
    try talk.checkStore()
  }

  @Test("400 too long under the policy summary: a summary is made and stands for older turns")
  func summarised() throws {
    let talk = try Talk(
      session: { $0.fit = .summary },
      answering: { request, _ in
        if request.text.contains("Summarise the conversation") {
          return Speech.openai.says(["In short: words."])
        }
        return request.body.count > 3000
          ? Self.tooLong(by: 1.1) : Speech.openai.says([String(repeating: "x", count: 400)])
      })
    for turn in 1...7 { try talk.say("question \(turn) " + String(repeating: "word ", count: 40)) }
    #expect(talk.events.contains { if case .summarising = $0 { true } else { false } })
    let last = try talk.asked(talk.server.requests.count - 1)
    #expect(last[0].contains("In short: words.") && last.last?.contains("question 7") == true)
    #expect(talk.engine.tree.messages.contains { $0.kind != .said })
    try talk.checkStore()
  }

  @Test("400 too long under the policy strict: it is refused, and no second request is made")
  func strict() throws {
    let talk = try Talk(session: { $0.fit = .strict }, answering: { _, _ in Self.tooLong })
    #expect(
      failure { try talk.say("one") }.hasPrefix(
        "the conversation is too long for \"m-1\": 2100 tokens, and it takes 700"))
    #expect(talk.server.requests.count == 1 && talk.said == ["user: one"])
    try talk.checkStore()
  }

  @Test("400 too long with nothing to leave out: it is refused, and no answer stays under way")
  func hopeless() throws {
    let talk = try Talk { _, _ in Self.tooLong }
    let told = failure { try talk.say(String(repeating: "word ", count: 2000)) }
    #expect(told.contains("too long"), "\(told)")
    #expect(talk.engine.tree.messages.map(\.state) == [.whole, .failed])
    #expect(talk.engine.session.leaf == 1)
    try talk.checkStore()
  }

  @Test("over a strict limit of its own nothing is sent, and by how much is said")
  func over() throws {
    let talk = try Talk(session: {
      $0.fit = .strict
      $0.window = 300
    })
    let told = failure { try talk.say(String(repeating: "word ", count: 2000)) }
    #expect(told.contains("tokens too long"))
    #expect(talk.server.requests.isEmpty)
    try talk.checkStore()
  }

  @Test("a response to go on from that is gone: the whole conversation is sent")
  func unknownResponse() throws {
    let talk = try Talk(.responses) { request, _ in
      request.text.contains("previous_response_id")
        ? Speech.responses.fails(
          400, kind: "invalid_request_error", code: "previous_response_not_found",
          parameter: "previous_response_id", "Previous response with id 'resp_1' not found.")
        : Speech.responses.says(["fine"])
    }
    try talk.say("one")
    try talk.say("two")
    #expect(talk.server.requests.count == 3)
    #expect(try talk.asked(1) == ["user: two"])
    #expect(try talk.asked(2) == ["user: one", "assistant: fine", "user: two"])
    #expect(talk.events.contains { if case .adjusted = $0 { true } else { false } })
    #expect(talk.said.count == 4)
    try talk.checkStore()
  }

  @Test("Ctrl-C in mid-stream keeps what came; before the first word nothing of the answer")
  func stopped() throws {
    let talk = try Talk { _, _ in
      Speech.openai.says(["Hel", "lo"]).after(Speech.openai.opening + 1, .stall)
    }
    talk.stopsAtWords = true
    let answer = try talk.say("one")
    #expect(answer.state == .stopped && answer.content == "Hel")
    #expect(talk.said == ["user: one", "assistant: Hel"])
    // Still wished: the next is over before it begins.
    #expect(failure { try talk.say("two") } == "it was stopped")
    #expect(talk.said.last == "user: two" && talk.engine.tree.messages.last?.state == .stopped)
    try talk.checkStore()
  }

  @Test("two programs in one conversation: each goes on with its own, and nothing is lost")
  func two() throws {
    let talk = try Talk()
    try talk.say("one")
    let other = try talk.another()
    _ = try other.say("theirs") { _ in }
    try other.beginAside("their topic")
    _ = try other.say("their topic") { _ in }
    // Whatever changes here, the leaf stays where this conversation is.
    try talk.engine.setTitle("Ours")
    #expect(talk.said == ["user: one", "assistant: answer 1"])
    try talk.say("ours")
    #expect(talk.said.suffix(2) == ["user: ours", "assistant: answer 4"])
    #expect(failure { _ = try talk.engine.returnFromAside() }.contains("the main topic"))
    try talk.say("after it")
    #expect(talk.said.last == "assistant: answer 5")
    let stored = try talk.stored()
    #expect(stored.session.title == "Ours" && stored.tree.messages.count == 10)
    #expect(stored.session.leaf == talk.engine.session.leaf)
    // Both change the same: the later one is told.
    try other.setGoal("theirs")
    #expect(failure { try talk.engine.setGoal("ours") }.contains("the goal"))
  }

  @Test("a full disk at the answer's end: what came is shown, and stored once there is room")
  func diskFull() throws {
    let long = String(repeating: "word ", count: 40_000)
    let talk = try Talk(store: StoreOptions(mostPages: 150)) { _, _ in Speech.openai.says([long]) }
    let filler = try ConversationStore(path: talk.path)
    var random = SystemRandomNumberGenerator()
    let other = try filler.create(
      Session(id: "", title: "Filler", provider: .openai, created: 1), random: &random)
    _ = try filler.append(
      ChatMessage(
        id: 0, parent: nil, role: .user, content: String(repeating: "x", count: 400_000), time: 1),
      to: other.id)
    #expect(failure { try talk.say("one") } == "the disk is full, and nothing of this was stored")
    #expect(talk.said == ["user: one", "assistant: \(long)"])
    #expect(try talk.stored().tree.messages.last?.state == .underWay)
    try filler.delete(other.id)
    try talk.engine.setTitle("Again")
    try talk.checkStore()
    #expect(try talk.stored().tree.messages.last?.content == long)
  }
}
