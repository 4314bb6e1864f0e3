import Chat
import Conversation
import Patterns
import ProviderServer
import Testing

@Suite("Moves in a conversation")
struct MoveTests {
  @Test("after /fork at a message what is said is a second child, and both stay")
  func fork() throws {
    let talk = try Talk()
    try talk.say("one")
    let first = try #require(talk.engine.session.leaf)
    try talk.say("two")
    try talk.engine.fork(at: first)
    try talk.say("other two")
    #expect(talk.said.suffix(2) == ["user: other two", "assistant: answer 3"])
    #expect(talk.engine.tree.children(of: first).map(\.content) == ["two", "other two"])
    #expect(failure { try talk.engine.fork(at: 99) } == "there is no message 99 here")
    try talk.engine.fork()
    #expect(talk.said == ["user: one", "assistant: answer 1"])
    try talk.checkStore()
  }

  @Test("words can be answered again: the first answer stays beside the second")
  func retry() throws {
    let talk = try Talk()
    #expect(failure { try talk.askAgain() } == "no message waits for an answer")
    try talk.say("one")
    try talk.askAgain()
    #expect(talk.said == ["user: one", "assistant: answer 2"])
    #expect(try talk.asked(1) == ["user: one"])
    #expect(talk.engine.tree.messages.map(\.content) == ["one", "answer 1", "answer 2"])
    try talk.checkStore()
  }

  @Test("topics in between nest; on return nothing of them is known any more")
  func asides() throws {
    let talk = try Talk()
    try talk.say("main")
    try talk.engine.beginAside("first")
    try talk.say("first")
    try talk.engine.beginAside("second")
    try talk.say("second")
    #expect(try talk.asked(2).count == 5)
    #expect(try talk.engine.returnFromAside().topic == "second")
    #expect(talk.said.last == "assistant: answer 2")
    #expect(try talk.engine.returnFromAside().topic == "first")
    try talk.say("and then")
    #expect(try talk.asked(3) == ["user: main", "assistant: answer 1", "user: and then"])
    #expect(
      failure { _ = try talk.engine.returnFromAside() }
        == "this is the main topic: there is nothing to return from")
    try talk.checkStore()
  }

  @Test("going back before a topic in between ends it: there is nowhere to return to")
  func undoneAside() throws {
    let talk = try Talk()
    try talk.say("one")
    try talk.say("two")
    try talk.engine.beginAside("topic")
    try talk.say("topic")
    _ = try talk.engine.undo()
    #expect(talk.engine.session.asides.count == 1)
    _ = try talk.engine.undo()
    #expect(talk.engine.session.asides.isEmpty && talk.said.count == 2)
    try talk.checkStore()
  }

  @Test(
    "a recap stands for what was said before, whatever the fit policy",
    arguments: FitPolicy.allCases)
  func recap(fit: FitPolicy) throws {
    let talk = try Talk(session: { $0.fit = fit })
    #expect(failure { try talk.recap() } == "nothing was asked and answered yet")
    try talk.say("one")
    try talk.say("two")
    let summary = try talk.recap()
    #expect(summary.kind == .summary(from: 1) && summary.content == "answer 3")
    #expect(talk.events.contains(.summarising(4)))
    #expect(talk.said.count == 4, "a summary is no part of the path")
    try talk.say("three")
    let asked = try talk.asked(3)
    #expect(asked.count == 2 && asked[0].contains("answer 3") && asked[1] == "user: three")
    try talk.say("four")
    #expect(try talk.asked(4).count == 4)
    // Before the summary everything is said in its own words again.
    for _ in 0..<3 { _ = try talk.engine.undo() }
    try talk.say("other two")
    #expect(try talk.asked(5) == ["user: one", "assistant: answer 1", "user: other two"])
    try talk.checkStore()
  }

  @Test("the goal is in every request, said again every k turns, with its steps as they are")
  func goal() throws {
    let talk = try Talk(session: { $0.anchorEvery = 2 })
    #expect(failure { try talk.engine.addStep("x") } == "this conversation has no goal")
    try talk.engine.setGoal("a plan")
    try talk.engine.addStep("dates")
    try talk.engine.addStep("names")
    try talk.say("one")
    try talk.engine.setStep(2, isDone: true)
    #expect(
      failure { try talk.engine.setStep(3, isDone: true) }
        == "there is no step 3; the goal has 2 steps")
    for words in ["two", "three", "four"] { try talk.say(words) }
    let asked = try talk.asked(3)
    #expect(asked[0].contains("a plan") && asked[0].contains("- [ ] dates\n- [x] names"))
    let anchored = asked.map { $0.hasSuffix("Keep to the goal of this conversation: a plan") }
    #expect(anchored == [false, false, false, true, false, false, false, true])
    try talk.engine.setStep(2, isDone: false)
    #expect(talk.engine.session.goal?.steps.map(\.isDone) == [false, false])
    try talk.checkStore()
  }

  @Test("a turn limit ends the conversation before anything is stored or sent, until it is lifted")
  func limit() throws {
    let talk = try Talk(session: { $0.turnLimit = 2 })
    try talk.say("one")
    try talk.say("two")
    #expect(failure { try talk.say("three") } == "the 2 turns that were allowed are said")
    #expect(talk.server.requests.count == 2 && talk.engine.tree.messages.count == 4)
    // An answer is no turn.
    try talk.askAgain()
    try talk.engine.setTurnLimit(nil)
    try talk.say("three")
    try talk.checkStore()
  }

  @Test("what is remembered is in every request, and what is forgotten in none")
  func values() throws {
    let talk = try Talk()
    try talk.engine.remember("name", "Ada")
    try talk.engine.remember("name", "Grace")
    try talk.say("one")
    #expect(try talk.asked(0)[0].contains("- name: Grace"))
    try talk.engine.forget("name")
    try talk.say("two")
    #expect(try !talk.asked(1)[0].contains("Grace"))
    #expect(
      failure { try talk.engine.forget("name") } == "nothing is remembered as \"name\"")
    try talk.checkStore()
  }

  @Test("the channel of each message is the one that it was said on")
  func channels() throws {
    let talk = try Talk()
    try talk.say("one")
    try talk.engine.setChannel(.sms)
    try talk.say("two")
    #expect(talk.engine.path.map(\.channel) == [.cli, .cli, .sms, .sms])
    try talk.engine.setTitle("Other")
    try talk.checkStore()
  }

  @Test("the budget counts what would be sent, and changes nothing")
  func budget() throws {
    let talk = try Talk(session: { $0.window = 2000 })
    try talk.say("one")
    let before = try talk.engine.budget()
    #expect(before[.history] > 0 && before[.current] > 0)
    #expect(before.window == 2000 && before.reserve == 500)
    #expect(talk.engine.tree.messages.count == 2 && talk.server.requests.count == 1)
    try talk.checkStore()
  }
}
