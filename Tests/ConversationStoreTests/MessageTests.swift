import Conversation
import ConversationStore
import Patterns
import Testing

@Suite("Messages in a store")
struct MessageTests {
  let store: ConversationStore
  let session: Session

  init() throws {
    store = try ConversationStore(path: ":memory:")
    session = try store.begin()
  }

  @Test(
    "any text comes back as it was",
    arguments: ["", "a\0b", "\u{0}", "\r\n\t\u{1B}[31m", "e\u{301} 👩‍👩‍👧 \u{10FFFF}", "'; --", "?1"])
  func texts(text: String) throws {
    let said = try store.say(text, in: session)
    let loaded = try #require(try store.load(session.id).tree[said[0].id])
    #expect(Array(loaded.content.utf8) == Array(text.utf8))
  }

  @Test("a text of many megabytes comes back")
  func large() throws {
    let text = String(repeating: "0123456789abcdef", count: 1 << 19)
    try store.say(text, in: session)
    #expect(try store.load(session.id).tree.messages[0].content == text)
  }

  @Test("every field of a message comes back")
  func fields() throws {
    let first = try store.say("Hello", in: session)[0]
    let answer = ChatMessage(
      id: 0, parent: first.id, kind: .said, role: .assistant, content: "Hi", turn: "1",
      channel: .sms, time: 77, state: .stopped,
      origin: .init(
        provider: "openai", model: "m", usage: .init(input: 3, output: 4, cached: 2),
        responseID: "r", finishReason: "stop", error: "e"))
    let summary = ChatMessage(
      id: 0, parent: first.id, kind: .summary(from: first.id), role: .assistant, content: "S",
      time: 78, origin: .init(provider: "p", model: ""))
    for message in [answer, summary] {
      var expected = message
      expected.id = try store.append(message, to: session.id).id
      #expect(try store.load(session.id).tree[expected.id] == expected)
    }
  }

  @Test("a message becomes the leaf with its channel and time, a summary does not")
  func leaf() throws {
    let said = try store.say("a", "b", in: session, at: 500)
    let summary = try store.append(
      ChatMessage(
        id: 0, parent: said[1].id, kind: .summary(from: said[0].id), role: .assistant,
        content: "s", channel: .voice, time: 600), to: session.id)
    let now = try store.session(session.id)
    #expect(now.leaf == said[1].id && now.channel == .cli && now.changed == 600)
    #expect(summary.id > said[1].id)
  }

  @Test("ids grow even after the last message is gone")
  func growing() throws {
    let last = try store.say("a", "b", in: session)[1].id
    try store.delete(session.id)
    #expect(try store.say("c", in: store.begin())[0].id > last)
  }

  @Test("what goes on from a message that is not in the session is refused whole")
  func parents() throws {
    let other = try store.say("x", in: store.begin(seed: 2))[0]
    for parent in [other.id, 4711] {
      #expect(throws: StoreFailure.noMessage(parent)) {
        try store.append(
          ChatMessage(id: 0, parent: parent, role: .user, content: "y", time: 1), to: session.id)
      }
    }
    #expect(throws: StoreFailure.noSession("nobody")) {
      try store.append(
        ChatMessage(id: 0, parent: nil, role: .user, content: "y", time: 1), to: "nobody")
    }
    #expect(try store.statistics().messages == 1)
  }

  @Test("an answer grows until it ends, and never changes again")
  func answer() throws {
    var answer = try store.append(
      ChatMessage(id: 0, parent: nil, role: .assistant, content: "", time: 1, state: .underWay),
      to: session.id)
    answer.content = "Good"
    try store.finish(answer)
    #expect(try store.load(session.id).tree.messages == [answer])
    answer.content = "Good day"
    answer.state = .whole
    answer.origin = .init(provider: "openai", model: "m")
    try store.finish(answer)
    #expect(try store.load(session.id).tree.messages == [answer])
    var changed = answer
    changed.content = "Bad day"
    #expect(throws: StoreFailure.finished(answer.id)) { try store.finish(changed) }
    #expect(try store.load(session.id).tree.messages == [answer])
    changed.id = 4711
    #expect(throws: StoreFailure.noMessage(4711)) { try store.finish(changed) }
  }

  @Test("what the person said is not changed by an answer's end")
  func said() throws {
    var message = try store.say("Hello", in: session)[0]
    message.content = "Bye"
    #expect(throws: StoreFailure.finished(message.id)) { try store.finish(message) }
  }
}
