import Foundation
import JSON
import Testing

@Suite("Showing a pattern")
struct ShowTests {
  @Test("the page has everything a person needs")
  func page() throws {
    let run = try Desk().run("show", "multi-turn-conversation")
    #expect(run.status == 0 && run.errors.isEmpty)
    for part in [
      "Multi-Turn Conversation\n", "When to use it\n  - Complex tasks", "  Turn 1:\n",
      "    {high_level_request_or_exploration}\n", "  Turn N, as often as needed:\n",
      "Conversation forking (for exploring alternatives)\n  --variant conversation-forking\n",
      "Going back to your {earlier_suggestion}, what if we {alternative_approach}?",
      "zoom in, redirect, or expand", "Never finishing", "Fix: Set a target upfront",
      "chain-of-thought",
    ] {
      #expect(run.output.contains(part), "\(part)")
    }
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test("one variant alone shows its own variables")
  func variant() throws {
    let run = try Desk().run(
      "show", "multi-turn-conversation", "--variant", "conversation-forking")
    #expect(run.output.contains("  earlier_suggestion"))
    #expect(!run.output.contains("final_polish"))
  }

  @Test("as JSON it is the pattern's file")
  func json() throws {
    let desk = try Desk()
    #expect(
      try desk.run("show", "code-review", "--json").output == desk.text("patterns/code-review.json")
    )
    let vars = try desk.run("vars", "code-review", "--json", "--variant", "second-opinion")
    #expect(try vars.json().array?.map { $0["multiline"] } == [true])
  }

  @Test(
    "a name that is nearly right is suggested",
    arguments: [
      (["show", "code-reviw"], "did you mean \"code-review\"?"),
      (["fill", "code"], "did you mean \"code-review\"?"),
      (["show", "code-review", "--variant", "second-opinon"], "did you mean \"second-opinion\"?"),
      (["vars", "zzz"], "there is code-review, empty-handed, multi-turn-conversation"),
    ])
  func nearMiss(words: [String], hint: String) throws {
    let desk = try Desk()
    let run =
      words.count == 2
      ? try desk.run(words[0], words[1]) : try desk.run(words[0], words[1], words[2], words[3])
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors.contains(hint), "\(run.errors)")
  }

  @Test("what a pattern file says cannot command the terminal")
  func control() throws {
    let desk = try Desk()
    let text = try #require(desk.text("patterns/code-review.json"))
    try desk.write("evil.json", text.replacing("Code Review", with: "\\u001B[2JX"))
    let run = try desk.run("show", "code-review", "--from", "evil.json")
    #expect(run.status == 0 && run.output.hasPrefix("␛[2JX"))
  }

  @Test(
    "on a terminal no command lets a pattern command it",
    arguments: [
      ["list"], ["list", "--json"], ["show", "code-review"], ["show", "code-review", "--json"],
      ["vars", "code-review"], ["vars", "code-review", "--json"],
      ["fill", "code-review", "-v", "code=\u{1B}[2J\u{9B}2J", "--no-ask"],
      ["fill", "code-review", "-v", "code=\u{1B}[2J", "--no-ask", "-f", "python"],
      ["export", "code-review", "--to", "prompty"], ["export", "code-review", "--to", "python"],
    ])
  func terminal(words: [String]) throws {
    let desk = try Desk()
    let text = try #require(desk.text("patterns/code-review.json"))
    let evil = "X\\u001B[2J\u{9B}2J"
    try desk.write(
      "evil.json",
      text.replacing("Code Review", with: evil).replacing("Be brief.", with: evil)
        .replacing("Ask for a review", with: evil)
        .replacing("\"label\": \"Focus\"", with: "\"label\": \"\(evil)\""))
    let session = try Terminal().run(words + ["--from", "evil.json"], at: desk, answers: [])
    #expect(session.status == 0 && session.screen.contains("2J"), "\(session.screen)")
    #expect(!session.screen.unicodeScalars.contains("\u{1B}"))
    #expect(!session.screen.unicodeScalars.contains("\u{9B}"))
  }

  @Test("fields of a later version are named, and the rest is used")
  func later() throws {
    let desk = try Desk()
    let text = try #require(desk.text("patterns/code-review.json"))
    try desk.write(
      "later.json",
      text.replacing("\"turnbook.pattern/1\",", with: "\"turnbook.pattern/1.4\", \"mood\": 1,"))
    let run = try desk.run("show", "code-review", "--from", "later.json")
    #expect(run.status == 0)
    #expect(run.errors == "turn: note: later.json: not known here and left out: mood\n")
  }
}
