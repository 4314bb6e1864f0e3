import Chat
import Conversation
import Patterns
import ProviderServer
import Testing

@Suite("A script in a conversation")
struct ScriptTests {
  @Test("its turns are said in their order, each with all that was said before")
  func order() throws {
    let talk = try Talk(script: FilledConversation("one", "two", "three"))
    while talk.engine.next != nil { try talk.sayTurn() }
    #expect(
      talk.said == [
        "user: one", "assistant: answer 1", "user: two", "assistant: answer 2", "user: three",
        "assistant: answer 3",
      ])
    #expect(talk.engine.path.map(\.turn) == ["1", "1", "2", "2", "3", "3"])
    #expect(
      try talk.asked(2) == [
        "user: one", "assistant: answer 1", "user: two", "assistant: answer 2", "user: three",
      ])
    #expect(failure { try talk.sayTurn() } == "every turn of the pattern is said")
    try talk.checkStore()
  }

  @Test("own words in between change nothing of what is next; changed words are said in its place")
  func ownWords() throws {
    let talk = try Talk(script: FilledConversation("one", "two"))
    try talk.sayTurn()
    try talk.say("by the way")
    #expect(talk.nextTurn == "2")
    try talk.sayTurn(words: "two, but better")
    #expect(talk.said[4] == "user: two, but better" && talk.engine.path[4].turn == "2")
    try talk.checkStore()
  }

  @Test("a turn that is passed over is not next again, and can still be said")
  func skipping() throws {
    let talk = try Talk(script: FilledConversation("one", "two", "three"))
    #expect(try talk.engine.skip().id == "1")
    #expect(talk.nextTurn == "2")
    try talk.sayTurn("1")
    #expect(talk.said[0] == "user: one" && talk.nextTurn == "2")
    #expect(
      failure { try talk.sayTurn("9") } == "there is no turn \"9\"")
    try talk.checkStore()
  }

  @Test("a fork of the script leaves out the turn that it stands in place of, and both stay")
  func fork() throws {
    var script = FilledConversation("one", "two", "other two")
    script.turns[2].forkOf = "2"
    let talk = try Talk(script: script)
    for _ in 0..<3 { try talk.sayTurn() }
    #expect(
      talk.said == [
        "user: one", "assistant: answer 1", "user: other two", "assistant: answer 3",
      ])
    #expect(try talk.asked(2) == ["user: one", "assistant: answer 1", "user: other two"])
    #expect(talk.engine.tree.messages.count == 6 && talk.nextTurn == nil)
    try talk.checkStore()
  }

  @Test("a turn repeats an answer, and cannot be said before there is one")
  func repeatedAnswer() throws {
    var script = FilledConversation("one", "two")
    script.turns[1].messages[0].content = [.text("Of "), .response("1"), .text(": the worst?")]
    let talk = try Talk(script: script)
    #expect(
      failure { try talk.sayTurn("2") } == "turn 2 repeats the answer to turn 1, which is not there"
    )
    #expect(talk.server.requests.isEmpty && talk.engine.path.isEmpty)
    try talk.sayTurn()
    #expect(talk.engine.nextWords?.map(\.text) == ["Of answer 1: the worst?"])
    try talk.sayTurn()
    #expect(talk.said[2] == "user: Of answer 1: the worst?")
    try talk.checkStore()
  }

  @Test("an answer that the script knows is not asked for")
  func scriptedAnswer() throws {
    var script = FilledConversation("one", "two")
    script.turns[0].answer = "known"
    let talk = try Talk(script: script)
    #expect(try talk.sayTurn()?.content == "known")
    #expect(talk.server.requests.isEmpty)
    try talk.sayTurn()
    #expect(try talk.asked(0) == ["user: one", "assistant: known", "user: two"])
    try talk.checkStore()
  }

  @Test("a turn without a word is passed over instead of being next for ever")
  func silentTurn() throws {
    let talk = try Talk(script: FilledConversation("", "two"))
    #expect(try talk.sayTurn() == nil)
    #expect(talk.nextTurn == "2" && talk.engine.path.isEmpty)
  }

  @Test("a turn of several messages goes back as a whole, one that was said twice only once")
  func undo() throws {
    var script = FilledConversation("one", "two")
    script.turns[1].messages = [
      FilledMessage(.system, "Be brief."), FilledMessage(.user, "example"),
      FilledMessage(.assistant, "its answer"), FilledMessage(.user, "two"),
    ]
    script.turns[0].answer = "known"
    let talk = try Talk(script: script)
    try talk.sayTurn()
    try talk.sayTurn("1")
    try talk.sayTurn("2")
    #expect(talk.engine.turnCount == 2)
    #expect(talk.said.count == 9)
    _ = try talk.engine.undo()
    #expect(talk.said == ["user: one", "assistant: known", "user: one", "assistant: known"])
    #expect(talk.nextTurn == "2")
    _ = try talk.engine.undo()
    #expect(talk.said == ["user: one", "assistant: known"])
    _ = try talk.engine.undo()
    #expect(talk.said.isEmpty && talk.nextTurn == "1")
    #expect(failure { _ = try talk.engine.undo() } == "nothing was said yet")
    #expect(talk.engine.tree.messages.count == 9)
    try talk.checkStore()
  }

  @Test("a turn can be said again, and what is next stays what follows it")
  func again() throws {
    let talk = try Talk(script: FilledConversation("one", "two", "three"))
    try talk.sayTurn()
    try talk.sayTurn()
    try talk.sayTurn("1")
    #expect(talk.said.suffix(2) == ["user: one", "assistant: answer 3"])
    #expect(talk.nextTurn == "3")
    try talk.checkStore()
  }
}
