import Foundation
import JSON
import Testing

@Suite("How a conversation stands")
struct StatusTests {
  @Test("a goal is reached when every step is ticked off, and the exit code says so")
  func goal() throws {
    let desk = try Desk()
    let id = try desk.take(Talk.forked(goal: Talk.goal))
    let open = try desk.run("status", id)
    #expect(open.status == 1)
    #expect(
      open.output.contains("Goal: A good cup\n  1. [x] Choose\n  2. [ ] Brew\nTurns: 2 of 5\n"))
    #expect(open.errors == "turn: the goal is not reached: 1 of 2 steps are done\n")
    let done = try desk.run("status", id, "--done", "2", "--json")
    #expect(done.status == 0 && done.errors.isEmpty)
    let goal = try done.json()["goal"]
    #expect(goal?["reached"] == true && goal?["statement"] == "A good cup")
    #expect(goal?["steps"]?.array?.map { $0["done"] } == [true, true])
    #expect(try desk.run("status").status == 0)
    #expect(try desk.run("status", "--open", "1", "--open", "2").status == 1)
    let wrong = try desk.run("status", "--done", "3")
    #expect(
      wrong.status == 64 && wrong.errors == "turn: there is no step 3; the goal has 2 steps\n")
  }

  @Test("what cannot be reached is told")
  func none() throws {
    let desk = try Desk()
    try desk.talk("Hello")
    let run = try desk.run("status")
    #expect(run.status == 1 && run.errors == "turn: there is no goal that could be reached\n")
    #expect(try desk.run("status", "--done", "1").status == 64)
    try desk.talk("Hello", "--goal", "Talk")
    #expect(try desk.run("status").errors == "turn: the goal has no steps to tick off\n")
  }

  @Test("the next turn of the pattern is told")
  func next() throws {
    let desk = try Desk()
    let run = try Terminal().run(
      [
        "chat", "code-review", "-v", "code=x", "-v", "question=Why", "-v", "reason=So", "--turns",
        "7", "--no-ask",
        "--replay", try desk.answers("A fault."),
      ], at: desk, answers: [("> ", "\n"), ("> ", "/quit\n")])
    #expect(run.status == 0, "\(run.screen)")
    let page = try desk.run("status").output
    #expect(page.contains("Turns: 1 of 7\n"))
    #expect(page.contains("Next: turn 2: Of your findings: A fault. which one is the worst?\n"))
    let json = try desk.run("status", "--json").json()
    #expect(json["next"]?["turn"] == "2" && json["turns"] == 1 && json["turn_limit"] == 7)
  }

  @Test("the picture of the window is drawn, or given in figures")
  func budget() throws {
    let desk = try Desk()
    _ = try desk.take(Talk.forked(goal: Talk.goal))
    let page = try desk.run("budget", "--window", "1000")
    #expect(page.status == 0 && page.errors.isEmpty)
    #expect(page.output.contains(" of 1,000 tokens (estimated)\n["))
    #expect(page.output.contains("summary") && page.output.contains("for the answer"))
    let json = try desk.run("budget", "--window", "1000", "--json").json()
    let parts = ["system", "goal", "remembered", "summary", "history", "current"].map {
      json[$0]?.integer ?? -1
    }
    let used = try #require(json["used"]?.integer)
    #expect(parts.allSatisfy { $0 >= 0 } && parts.reduce(0, +) == used)
    #expect(json["window"] == 1000 && json["reserve"] == 250 && json["exact"] == false)
    #expect(json["free"]?.integer == 1000 - 250 - used)
    let open = try desk.run("budget", "--json").json()
    #expect(open["window"] == .null && open["free"] == .null)
    #expect(try desk.run("budget").output.contains("the model's window is not known"))
  }

  @Test("tokens are counted by a vocabulary that is named")
  func vocabulary() throws {
    let desk = try Desk()
    _ = try desk.take(Talk.forked())
    let lines = (0..<256).map { "\(Data([UInt8($0)]).base64EncodedString()) \($0)\n" }
    try desk.write("o200k_base.tiktoken", lines.joined())
    let json = try desk.run("budget", "--vocabulary", "o200k_base.tiktoken", "--json").json()
    #expect(json["exact"] == true && json["counter"] == "o200k_base")
    try desk.write("broken.tiktoken", "nothing\n")
    let run = try desk.run("budget", "--vocabulary", "broken.tiktoken")
    #expect(run.status == 1 && run.errors.hasPrefix("turn: broken.tiktoken: "))
    #expect(try desk.run("budget", "--vocabulary", "none.tiktoken").status == 2)
  }
}
