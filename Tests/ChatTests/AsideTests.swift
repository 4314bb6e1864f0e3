import Chat
import Conversation
import ConversationStore
import Patterns
import ProviderServer
import Testing

@Suite("Topics in between")
struct AsideTests {
  /// The topics that a message was said on, by the marks on its path.
  private func topics(of id: ChatMessage.ID?, in tree: MessageTree) -> [String] {
    tree.path(to: id).flatMap(\.asides)
  }

  @Test("one that was left stays known, with all that was said on it")
  func ended() throws {
    let talk = try Talk()
    try talk.say("main")
    try talk.engine.beginAside("Cups")
    try talk.say("Cups")
    try talk.say("Blue ones?")
    _ = try talk.engine.returnFromAside()
    try talk.say("and then")
    #expect(talk.engine.tree.messages.map(\.asides) == [[], [], ["Cups"], [], [], [], [], []])
    #expect(topics(of: 6, in: talk.engine.tree) == ["Cups"])
    #expect(topics(of: 8, in: talk.engine.tree) == [])
    try talk.checkStore()
    // The model hears of none of it.
    #expect(try talk.asked(3) == ["user: main", "assistant: answer 1", "user: and then"])
  }

  @Test("going on from a message of one that was left is being in it again")
  func again() throws {
    let talk = try Talk()
    try talk.say("main")
    try talk.engine.beginAside("Cups")
    try talk.say("Cups")
    try talk.engine.beginAside("Blue")
    try talk.say("Blue")
    _ = try talk.engine.returnFromAside()
    _ = try talk.engine.returnFromAside()
    try talk.say("and then")
    try talk.engine.fork(at: 6)
    #expect(talk.engine.session.asides.map(\.topic) == ["Cups", "Blue"])
    try talk.say("Light blue?")
    #expect(topics(of: talk.engine.session.leaf, in: talk.engine.tree) == ["Cups", "Blue"])
    _ = try talk.engine.returnFromAside()
    #expect(talk.engine.session.leaf == 4)
    _ = try talk.engine.returnFromAside()
    #expect(talk.engine.session.leaf == 2)
    try talk.checkStore()
  }

  @Test("on another branch from where it began it is not open")
  func elsewhere() throws {
    let talk = try Talk()
    try talk.say("main")
    try talk.say("more")
    try talk.engine.fork(at: 2)
    try talk.engine.beginAside("Cups")
    try talk.say("Cups")
    try talk.engine.fork(at: 4)
    #expect(talk.engine.session.asides.isEmpty)
    try talk.say("most")
    #expect(topics(of: talk.engine.session.leaf, in: talk.engine.tree) == [])
    try talk.checkStore()
  }

  @Test("what another program says beside it is not on it")
  func two() throws {
    let talk = try Talk()
    try talk.say("one")
    let other = try talk.another()
    try other.beginAside("Cups")
    _ = try other.say("Cups") { _ in }
    try talk.engine.setTitle("Ours")
    try talk.say("ours")
    let stored = try talk.stored()
    #expect(stored.tree.messages.map(\.asides) == [[], [], ["Cups"], [], [], []])
  }

  @Test("an answer that failed, and a limit that lets nothing be said, leave it where it was")
  func failures() throws {
    let talk = try Talk(session: { $0.turnLimit = 1 })
    try talk.say("one")
    try talk.engine.beginAside("Cups")
    _ = failure { try talk.say("Cups") }
    #expect(talk.engine.tree.asides.isEmpty && talk.engine.session.asides.count == 1)
    try talk.engine.beginAside("Blue")
    try talk.engine.setTurnLimit(nil)
    try talk.say("Blue cups")
    #expect(talk.engine.tree[3]?.asides == ["Cups", "Blue"])
    try talk.askAgain()
    #expect(talk.engine.session.asides.count == 2)
    #expect(talk.engine.tree.messages.map(\.asides) == [[], [], ["Cups", "Blue"], [], []])
    try talk.checkStore()
  }

  /// What a person thinks of a conversation who never looks at its store: each topic by its number.
  private struct Memory {
    var open: [(topic: String, back: ChatMessage.ID?)] = []
    /// On which topics each message was said.
    var topics: [ChatMessage.ID: [String]] = [:]
    /// Where each topic was begun.
    var begun: [String: ChatMessage.ID?] = [:]

    mutating func note(_ tree: MessageTree) {
      for message in tree.messages where message.kind == .said && topics[message.id] == nil {
        topics[message.id] = open.map(\.topic)
      }
    }

    mutating func move(to leaf: ChatMessage.ID?) {
      let there = leaf.flatMap { topics[$0] } ?? []
      let waiting = open.filter { $0.back == leaf && !there.contains($0.topic) }
      open = there.map { ($0, begun[$0] ?? nil) } + waiting
    }
  }

  @Test(
    "after any moves each message is known to be on the topics it was said on", arguments: 1...12)
  func moves(seed: UInt64) throws {
    let talk = try Talk()
    var dice = Dice(state: seed)
    var memory = Memory()
    for number in 0..<70 {
      let engine = talk.engine
      switch Int.random(in: 0..<12, using: &dice) {
      case 0...3: try talk.say("\(number)")
      case 4, 5:
        let topic = "topic \(number)"
        memory.open.append((topic, engine.session.leaf))
        memory.begun[topic] = .some(engine.session.leaf)
        try engine.beginAside(topic)
        if Int.random(in: 0..<5, using: &dice) > 0 { try talk.say(topic) }
      case 6, 7:
        guard let last = memory.open.popLast() else { continue }
        #expect(try engine.returnFromAside().topic == last.topic)
        #expect(engine.session.leaf == last.back)
      case 8:
        guard !engine.path.isEmpty else { continue }
        _ = try engine.undo()
        memory.move(to: engine.session.leaf)
      case 9, 10:
        guard let message = engine.tree.messages.randomElement(using: &dice) else { continue }
        try engine.fork(at: message.id)
        memory.move(to: message.id)
      default:
        guard let asked = engine.path.last(where: { $0.role == .user }) else { continue }
        memory.move(to: asked.id)
        try talk.askAgain()
      }
      memory.note(engine.tree)
      #expect(engine.session.asides.map(\.topic) == memory.open.map(\.topic), "\(number)")
      for message in engine.tree.messages {
        #expect(
          topics(of: message.id, in: engine.tree) == memory.topics[message.id],
          "#\(message.id) after \(number)")
      }
    }
    try talk.checkStore()
    let file = SessionFile(session: talk.engine.session, tree: talk.engine.tree)
    #expect(try SessionFile(reading: file.encoded()) == file)
  }
}

/// Numbers that are the same on every run.
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
