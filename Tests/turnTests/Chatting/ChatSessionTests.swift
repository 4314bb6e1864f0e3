import Conversation
import ConversationStore
import Exporters
import Foundation
import JSON
import Patterns
import ProviderServer
import Testing

@Suite("A conversation on a terminal")
struct ChatSessionTests {
  private static let prompt = "[Enter says it, /help] > "
  private static let values = [
    "-v", "language=Swift", "-v", "code=x = 1", "-v", "question=why", "-v", "reason=so",
    "--store", "store.db", "--no-ask",
  ]

  @Test("every command does what it says")
  func commands() throws {
    let desk = try Desk()
    try desk.write("editor.sh", "printf 'edited words\\n' > \"$1\"\n")
    let partner = try Partner { request, number in
      request.text.contains("slowly")
        ? Speech.openai.says(["Hel", "lo"]).after(Speech.openai.opening + 1, .stall)
        : Speech.openai.says(["answer ", "\(number + 1)."])
    }
    let session = try Terminal().run(
      ["chat", "code-review"] + Self.values, at: desk,
      answers: [
        (Self.prompt, "/help\n"), ("end; the conversation is kept", "\n"),
        ("answer 1.", "/edit\n"), ("answer 2.", "/retry\n"), ("answer 3.", "/undo\n"),
        ("back before: edited words", "/turn 2\n"), ("answer 4.", "/skip\n"),
        ("turn 3 is passed over", "/fork\n"), ("going on from message 3", "/fork 99\n"),
        ("there is no message 99 here", "/aside About tea\n"), ("/return goes back", "/return\n"),
        ("back from: About tea", "/return\n"), ("nothing to return from", "/recap\n"),
        ("stands for what was said before", "/goal\n"),
        ("Goal: A review that can be acted on", "/goal A better review\n"),
        ("Goal: A better review", "/step names are told\n"), ("2. [ ] names", "/done 2\n"),
        ("2. [x] names", "/open 2\n"), ("2. [ ] names", "/done 7\n"),
        ("there is no step 7; the goal has 2 steps", "/remember tone=calm\n"),
        ("tone is remembered", "/remember --always place=Rome\n"),
        ("place is remembered for good", "/forget tone\n"),
        ("tone is forgotten", "/forget tone\n"),
        ("nothing is remembered as \"tone\"", "/forget --always place\n"),
        ("place is forgotten for good", "/budget\n"), ("this turn", "/limit 40\n"),
        ("turns said: 1 of 40", "/limit off\n"), ("no limit", "/channel sms\n"),
        ("on by sms", "/channel fax\n"), ("there is no channel \"fax\"", "/title Tea\n"),
        ("called Tea", "/tree\n"), ("● ", "/export talk.json\n"),
        ("written to talk.json", "/export talk.md\n"), ("written to talk.md", "first line\\\n"),
        ("… ", "second line\n"), ("answer 7.", "/unknown\n"),
        ("there is no command \"/unknown\"", "/und\n"), ("Did you mean /undo?", "/undo 3\n"),
        ("/undo takes nothing more", "//starts with a slash\n"),
        ("answer 8.\n> ", Terminal.controlC),
        ("/quit or Ctrl-D ends", "say it slowly\n"), ("Hel", Terminal.controlC),
        ("stopped; what came is kept", "/quit\n"),
      ], environment: partner.environment.merging(["EDITOR": "sh editor.sh"]) { $1 })
    #expect(session.status == 0)
    let stored = try desk.conversation()
    #expect(session.screen.contains("turn sessions resume \(stored.session.id)"))
    let path = stored.tree.path(to: stored.session.leaf)
    #expect(
      path.suffix(6).map(\.content) == [
        "first line\nsecond line", "answer 7.", "/starts with a slash", "answer 8.",
        "say it slowly", "Hel",
      ], "\(path.map(\.content))")
    #expect(path.last?.state == .stopped)
    #expect(stored.session.title == "Tea" && stored.session.channel == .sms)
    #expect(stored.session.goal?.statement == "A better review" && stored.session.asides.isEmpty)
    #expect(stored.session.values.contains { $0.name == "place" } == false)
    #expect(desk.text("talk.md")?.contains("answer 1.") == true)
    let exported = try JSONValue(parsing: Array((desk.text("talk.json") ?? "").utf8))
    #expect(exported["title"]?.string == "Tea" || exported["session"]?["title"]?.string == "Tea")
  }

  @Test("Ctrl-D ends, and Ctrl-C twice at the prompt does not")
  func ends() throws {
    let desk = try Desk()
    let partner = try Partner()
    let session = try Terminal().run(
      ["chat", "--store", "store.db"], at: desk,
      answers: [
        ("> ", "lost\\\n"), ("… ", Terminal.controlC), ("/quit or Ctrl-D ends", "said\n"),
        ("answer 1\n> ", Terminal.controlC), ("/quit or Ctrl-D ends\n> ", Terminal.controlC),
        ("/quit or Ctrl-D ends\n> ", Terminal.controlD), ("kept; go on with", ""),
      ], environment: partner.environment)
    #expect(session.status == 0)
    #expect(try desk.conversation().tree.messages.map(\.content) == ["said", "answer 1"])
  }

  @Test("what a model, a pattern or a person writes cannot command the terminal")
  func escapes() throws {
    let desk = try Desk()
    let partner = try Partner { _, _ in
      Speech.openai.says(["one\u{1B}[2J", "\r\ntwo\u{202E}", " \u{9B}31m three"])
    }
    let session = try Terminal().run(
      [
        "chat", "--title", "T\u{1B}[31m", "--goal", "G\u{1B}[31m", "--store", "store.db",
      ], at: desk,
      answers: [
        ("> ", "a\u{16}\u{1B}[2Jb\n"), ("three", "/tree\n"), ("● ", "/export\n"),
        ("User", "/recap\n"), ("stands for", "/title \u{16}\u{1B}c\n"), ("called", "/quit\n"),
      ], environment: partner.environment)
    #expect(session.status == 0)
    // What is typed is shown by the terminal itself, as ^[.
    #expect(!session.screen.unicodeScalars.contains { [0x1B, 0x9B, 0x202E].contains($0.value) })
    #expect(session.screen.contains("one␛[2J\ntwo"))
    #expect(
      try desk.conversation().tree.messages[1].content
        == "one\u{1B}[2J\r\ntwo\u{202E} \u{9B}31m three", "what is kept is what came")
  }

  @Test("a failed answer is told with what to do, and asked for again")
  func failure() throws {
    let desk = try Desk()
    let partner = try Partner { _, number in
      number == 0
        ? Speech.openai.fails(
          401, kind: "invalid_request_error", code: "invalid_api_key", "Incorrect: \(Partner.key)")
        : Speech.openai.says(["fine"])
    }
    let session = try Terminal().run(
      ["chat", "--store", "store.db"], at: desk,
      answers: [
        ("> ", "hello\n"), ("/retry asks again", "/retry\n"), ("fine", "/quit\n"),
      ], environment: partner.environment)
    #expect(session.screen.contains("! OpenAI does not accept the key (401)"))
    #expect(session.screen.contains("Set OPENAI_API_KEY to a key that is valid there."))
    #expect(!session.screen.contains(Partner.key))
  }
}
