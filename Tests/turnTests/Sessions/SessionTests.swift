import Foundation
import JSON
import Testing

@Suite("Looking after conversations")
struct SessionTests {
  @Test("the one that was changed last is listed first, with its title, turns and contact")
  func list() throws {
    let desk = try Desk()
    let first = try desk.talk("one", title: "The first")
    let second = try desk.talk("two", title: "The second", answer: "No.", "--contact", "Ada")
    let run = try desk.run("sessions", "list")
    #expect(run.status == 0 && run.errors.isEmpty)
    let lines = run.output.split(separator: "\n")
    try #require(lines.count == 2)
    #expect(lines[0].hasPrefix(second) && lines[0].hasSuffix("1 turn  The second · with Ada"))
    #expect(lines[1].hasPrefix(first) && lines[1].contains("openai"))
    #expect(try desk.run("sessions", "list", "--names").output == "\(second)\n\(first)\n")
    let list = try #require(try desk.run("sessions", "list", "--json").json().array)
    #expect(list.map { $0["id"]?.string } == [second, first])
    #expect(list[0]["contact"] == "Ada" && list[0]["turns"] == 1 && list[0]["messages"] == 2)
    #expect(list[0]["last_words"] == "No.")
  }

  @Test(
    "words and flags narrow the list",
    arguments: [
      (["second"], ["The second"]), (["green"], ["The first"]),
      (["--contact", "Ada"], ["The second"]),
      (["--provider", "ollama"], ["The first"]), (["--limit", "1"], ["The second"]),
      (["--pattern", "code-review"], []), (["green", "--contact", "Ada"], []),
    ])
  func filters(words: [String], titles: [String]) throws {
    let desk = try Desk()
    try desk.talk("green tea", title: "The first", "--provider", "ollama")
    try desk.talk("black tea", title: "The second", "--contact", "Ada")
    let run = try desk.run(["sessions", "list", "--json"] + words)
    #expect(try run.json().array?.compactMap { $0["title"]?.string } == titles)
    #expect(run.status == (titles.isEmpty ? 1 : 0))
    #expect(run.errors == (titles.isEmpty ? "turn: no conversation fits\n" : ""))
  }

  @Test("where nothing was said yet that is told, and no file is made")
  func empty() throws {
    let desk = try Desk()
    let run = try desk.run("sessions", "list")
    #expect(run.status == 1 && run.errors == "turn: there is no conversation yet\n")
    for words in [["sessions", "show"], ["status"], ["budget"], ["sessions", "resume"]] {
      let run = try desk.run(words)
      #expect(run.status == 64 && run.errors.contains("no session"), "\(words): \(run.errors)")
    }
    #expect(try desk.run("contacts", "list").status == 1)
    #expect(try desk.run("sessions", "list", "--names").status == 0)
    #expect(!FileManager.default.fileExists(atPath: desk.store.path))
  }

  @Test("a conversation is shown with its numbers, turns, channels and forks")
  func show() throws {
    let desk = try Desk()
    let id = try desk.take(Talk.forked(goal: Talk.goal))
    let numbers = try desk.numbers(of: id)
    let run = try desk.run("sessions", "show", id)
    #expect(run.status == 0 && run.errors.isEmpty)
    for part in [
      "Tea\nsession \(id) · openai m · with Ada · begun 1970-01-01 ",
      "Goal: A good cup\n  1. [x] Choose\n  2. [ ] Brew\n",
      "#\(numbers[0]) User · turn 1 · voice · 1970-01-01 ", "\n  Which tea?\n",
      "#\(numbers[2]) User · turn 2 · sms · ", "  · fork: #\(numbers[4]) How long?\n",
      "#\(numbers[3]) Assistant · turn 2 · voice · ",
      "summary #\(numbers[5]) stands for #\(numbers[0]) to #\(numbers[3])\n",
    ] {
      #expect(run.output.contains(part), "\(part)\n\(run.output)")
    }
    #expect(!run.output.contains("\u{1B}") && !run.output.contains("Green tea at"))
  }

  @Test("what a pattern calls its turns is shown where own words were said in between")
  func patternTurns() throws {
    let desk = try Desk()
    let run = try Terminal().run(
      [
        "chat", "code-review", "-v", "code=x", "-v", "question=Why", "-v", "reason=So", "--no-ask",
        "--replay", try desk.answers("one", "two", "three"),
      ], at: desk,
      answers: [
        ("> ", "\n"), ("> ", "Wait.\n"), ("> ", "\n"), ("> ", "/quit\n"),
      ])
    #expect(run.status == 0, "\(run.screen)")
    let page = try desk.run("sessions", "show").output
    #expect(page.contains("pattern code-review") && page.contains("System · turn 1 · cli · "))
    #expect(
      page.contains("User · turn 2 · cli · ")
        && page.contains("User · turn 3 · 2 of the pattern · "))
  }

  @Test("as JSON it is the whole conversation, which can be taken in again")
  func json() throws {
    let desk = try Desk()
    let id = try desk.take(Talk.forked(goal: Talk.goal))
    let shown = try desk.run("sessions", "show", id, "--json")
    #expect(shown.output == (try desk.run("sessions", "export", id, "-f", "json").output))
    let again = try desk.take(try shown.json())
    #expect(again != id)
    let copy = try desk.run("sessions", "show", again, "--json").json()
    #expect(copy["session"]?["goal"] == (try shown.json()["session"]?["goal"]))
    #expect(
      copy["messages"]?.array?.map { $0["content"] }
        == (try shown.json()["messages"]?.array?.map { $0["content"] }))
  }

  @Test("what is kept is summed up, and a new summary is made when that is asked for")
  func summary() throws {
    let desk = try Desk()
    let id = try desk.take(Talk.forked(goal: Talk.goal))
    let page = try desk.run("sessions", "summary", id)
    #expect(page.status == 0)
    for part in [
      "Messages    5, 4 of them on the path under way\n", "Turns       2 of 5\n",
      "Tokens      30 in, 9 out", "Channels    sms 1, voice 4\n", "Remembered  cup = blue\n",
      "  Green tea at eighty degrees.\n",
    ] {
      #expect(page.output.contains(part), "\(part)\n\(page.output)")
    }
    let other = try desk.talk("Hello")
    let made = try desk.run(
      "sessions", "summary", other, "--make", "--json", "--replay", try desk.answers("In short."))
    #expect(made.status == 0, "\(made.errors)")
    let summaries = try made.json()["summaries"]?.array
    #expect(summaries?.map { $0["content"] } == ["In short."])
    #expect(summaries?.first?["from"]?.integer == (try desk.numbers(of: other).first))
    let kept = try desk.run("sessions", "summary", other, "--json").json()
    #expect(kept["summaries"]?.array?.count == 1 && kept["goal"] == .null)
  }

  @Test("a fork goes on by itself, from where it is told to")
  func fork() throws {
    let desk = try Desk()
    let id = try desk.take(Talk.forked())
    let numbers = try desk.numbers(of: id)
    let run = try desk.run(
      "sessions", "fork", id, "--at", "\(numbers[1])", "--title", "Other tea")
    #expect(run.status == 0 && run.errors.contains("after message #\(numbers[1]) of \(id)"))
    let fork = run.output.trimmingCharacters(in: .newlines)
    let copy = try desk.run("sessions", "export", fork, "-f", "messages").json()
    #expect(copy.array?.map { $0["content"] } == ["Which tea?", "The green one."])
    #expect(try desk.run("sessions", "list", "--json", "Other").json().array?.count == 1)
    #expect(try desk.numbers(of: id) == numbers)
    let whole = try desk.run("sessions", "fork", id).output.trimmingCharacters(in: .newlines)
    #expect(try desk.numbers(of: whole).count == 5)
    let start = try desk.run("sessions", "fork", id, "--at", "0").output
    #expect(try desk.numbers(of: start.trimmingCharacters(in: .newlines)).isEmpty)
    for wrong in ["4711", "\(numbers[5])"] {
      let run = try desk.run("sessions", "fork", id, "--at", wrong)
      #expect(run.status == 64 && run.errors.contains("there is no message \(wrong)"))
    }
  }

  @Test("a conversation that begins anew keeps what was said")
  func reset() throws {
    let desk = try Desk()
    let id = try desk.take(Talk.forked())
    let numbers = try desk.numbers(of: id)
    let run = try desk.run("sessions", "reset", id)
    #expect(
      run.output
        == "\(id) begins anew; 6 messages stay, and /fork \(numbers[3]) goes back to the last\n")
    let page = try desk.run("sessions", "show", id).output
    #expect(
      page.contains("fork: #\(numbers[0]) Which tea?") && page.contains("nothing is said yet"))
    #expect(try desk.numbers(of: id) == numbers)
  }

  @Test("nothing is deleted without a word, and then no byte of it is left")
  func delete() throws {
    let desk = try Desk()
    let id = try desk.talk("The zebra is striped")
    let refused = try desk.run("sessions", "delete", id)
    #expect(refused.status == 64 && refused.errors.contains("Say so with --yes"))
    let asked = try Terminal().run(
      ["sessions", "delete", id], at: desk, answers: [("[y/N] ", "n\n")])
    #expect(asked.status == 1 && asked.screen.contains("delete \(id) (A talk) with 2 messages?"))
    #expect(try Data(contentsOf: desk.store).range(of: Data("zebra".utf8)) != nil)
    let gone = try Terminal().run(
      ["sessions", "delete", id], at: desk, answers: [("[y/N] ", "y\n")])
    #expect(gone.status == 0)
    #expect(gone.screen.contains("\(id) is deleted; no byte of it is left in the store"))
    #expect(try Data(contentsOf: desk.store).range(of: Data("zebra".utf8)) == nil)
    #expect(try desk.run("sessions", "delete", id, "--yes").status == 64)
    let other = try desk.talk("again")
    #expect(try desk.run("sessions", "delete", "last", "-y").output.hasPrefix(other))
  }
}
