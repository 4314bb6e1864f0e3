import Conversation
import ConversationStore
import Patterns
import Testing

@Suite("Copies of conversations")
struct CopyingTests {
  let store: ConversationStore
  let session: Session
  /// 0 ─ 1 ─┬─ 2 ─ 3
  ///        └─ 4
  let said: [ChatMessage]

  init() throws {
    store = try ConversationStore(path: ":memory:")
    session = try store.begin()
    var said = try store.say("Hello", "Good day", "A plan", "Here", in: session)
    said += try store.say("A poem", in: session, after: said[1].id)
    self.said = said
  }

  @Test("a fork goes on from a message with what led to it, and shares nothing")
  func fork() throws {
    var dice = Dice(7)
    let summary = try store.append(
      ChatMessage(
        id: 0, parent: said[1].id, kind: .summary(from: said[0].id), role: .assistant,
        content: "Greetings", time: 9), to: session.id)
    let base = try store.session(session.id)
    var aside = base
    aside.asides = [
      .init(topic: "kept", back: said[0].id), .init(topic: "first", back: nil),
      .init(topic: "elsewhere", back: said[4].id),
    ]
    aside.values = [.init(name: "a", value: "1")]
    let before = try store.update(from: base, to: aside, now: 10)
    let original = try store.load(session.id)

    let fork = try store.fork(
      session.id, at: said[2].id, title: "Fork", now: 20, random: &dice)
    let copy = try store.load(fork.id)
    #expect(copy.session == fork && fork.id != session.id && fork.title == "Fork")
    #expect(fork.created == 20 && fork.values == before.values)
    #expect(copy.tree.path(to: fork.leaf).map(\.content) == ["Hello", "Good day", "A plan"])
    #expect(copy.tree.messages.count == 4)
    #expect(fork.asides.map(\.topic) == ["kept", "first"])
    #expect(fork.asides[0].back == copy.tree.messages[0].id)
    let copied = try #require(copy.tree.messages.last)
    #expect(copied.kind == .summary(from: copy.tree.messages[0].id))
    #expect(copied.content == summary.content && copied.parent == copy.tree.messages[1].id)
    #expect(copy.tree.messages.allSatisfy { original.tree[$0.id] == nil })

    try store.say("More", in: fork, after: fork.leaf)
    #expect(try store.load(session.id) == original)
    try store.delete(session.id)
    #expect(try store.load(fork.id).tree.messages.count == 5)
  }

  @Test("a fork before the first message is empty")
  func beginning() throws {
    var dice = Dice(7)
    let fork = try store.fork(session.id, at: nil, now: 20, random: &dice)
    #expect(try store.load(fork.id).tree.messages.isEmpty)
    #expect(fork.leaf == nil)
  }

  @Test("an answer under way is over in a copy")
  func underWay() throws {
    var dice = Dice(7)
    let answer = try store.append(
      ChatMessage(
        id: 0, parent: said[4].id, role: .assistant, content: "Ros", time: 9, state: .underWay),
      to: session.id)
    let fork = try store.fork(session.id, at: answer.id, now: 20, random: &dice)
    #expect(try store.load(fork.id).tree.messages.last?.state == .failed)
    #expect(try store.load(session.id).tree[answer.id]?.state == .underWay)
  }

  @Test("a conversation from another store is taken in with ids of this one")
  func take() throws {
    var dice = Dice(7)
    let other = try ConversationStore(path: ":memory:")
    try other.say("taken already", in: other.begin())
    var conversation = try store.load(session.id)
    conversation.session.asides = [.init(topic: "t", back: said[1].id)]
    let taken = try other.take(
      conversation.session, conversation.tree.messages, random: &dice)
    #expect(try other.load(taken.session.id) == taken)
    #expect(taken.tree.messages.map(\.content) == said.map(\.content))
    let first = try #require(taken.tree.messages.first?.id)
    #expect(first > said[0].id)
    let moved = first - said[0].id
    #expect(taken.tree.messages.map(\.parent) == said.map { $0.parent.map { $0 + moved } })
    #expect(taken.session.leaf == said[4].id + moved)
    #expect(taken.session.asides == [.init(topic: "t", back: said[1].id + moved)])
  }

  @Test("a copy names the same topics in between, and one that goes on from a topic is in it")
  func asides() throws {
    var dice = Dice(7)
    let first = try store.append(
      ChatMessage(
        id: 0, parent: said[1].id, role: .user, content: "Cups?", time: 9, asides: ["Cups"]),
      to: session.id)
    let inner = try store.append(
      ChatMessage(
        id: 0, parent: first.id, role: .user, content: "Blue?", time: 9,
        asides: ["Colours", "Blue"]), to: session.id)
    // Both were left.
    let base = try store.session(session.id)
    var main = base
    main.leaf = said[3].id
    _ = try store.update(from: base, to: main, now: 10)

    let apart = try store.fork(session.id, at: said[3].id, now: 20, random: &dice)
    #expect(try apart.asides == [] && store.load(apart.id).tree.asides.isEmpty)
    let within = try store.fork(session.id, at: inner.id, now: 20, random: &dice)
    let copy = try store.load(within.id)
    #expect(copy.tree.messages.map(\.asides) == [[], [], ["Cups"], ["Colours", "Blue"]])
    let places = copy.tree.messages.map(\.id)
    #expect(
      within.asides == [
        .init(topic: "Cups", back: places[1]), .init(topic: "Colours", back: places[2]),
        .init(topic: "Blue", back: places[2]),
      ])
    let all = try store.load(session.id)
    let taken = try store.take(all.session, all.tree.messages, random: &dice)
    #expect(taken.tree.messages.map(\.asides) == all.tree.messages.map(\.asides))
    #expect(taken.session.asides == [])
  }

  @Test("an open topic of a file that names no message is named where it begins, once")
  func unnamed() throws {
    var dice = Dice(7)
    var old = session
    old.leaf = said[3].id
    old.asides = [.init(topic: "a", back: said[1].id), .init(topic: "b", back: said[1].id)]
    let taken = try store.take(old, said, random: &dice)
    #expect(taken.tree.messages.map(\.asides) == [[], [], ["a", "b"], [], []])
    let again = try store.take(taken.session, taken.tree.messages, random: &dice)
    #expect(again.tree.messages.map(\.asides) == [[], [], ["a", "b"], [], []])
    var more = taken
    more.session.asides.append(.init(topic: "c", back: taken.tree.messages[1].id))
    let third = try store.take(more.session, more.tree.messages, random: &dice)
    #expect(third.tree.messages[2].asides == ["a", "b", "c"])
  }

  @Test("a broken conversation is taken in not even in part")
  func broken() throws {
    var dice = Dice(7)
    let before = try store.statistics()
    let stray = ChatMessage(id: 99, parent: 98, role: .user, content: "?", time: 1)
    #expect(throws: StoreFailure.brokenTree(99)) {
      try store.take(session, [said[0], stray], random: &dice)
    }
    #expect(throws: StoreFailure.brokenTree(said[1].id)) {
      try store.take(session, [said[1], said[0]], random: &dice)
    }
    #expect(throws: StoreFailure.brokenTree(said[0].id)) {
      try store.take(session, [said[0], said[0]], random: &dice)
    }
    var wrong = session
    wrong.leaf = 4711
    #expect(throws: StoreFailure.noMessage(4711)) {
      try store.take(wrong, said, random: &dice)
    }
    #expect(try store.statistics() == before)
  }
}
