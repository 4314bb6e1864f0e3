import Foundation
import Testing

@Suite("Questions on a terminal")
struct QuestionTests {
  @Test("each variable is asked for with what is known of it, and the text is shown")
  func all() throws {
    let desk = try Desk()
    let session = try Terminal().run(
      ["fill", "code-review"], at: desk,
      answers: [
        ("Language (language)", "2\n"),
        ("paste your code (code)", "x = 1\ny = {focus}\n\n"),
        ("Focus (focus)", "\n"), ("Style guide (style_guide)", "nowhere\n"),
        ("which \"style_guide\" needs", "https://a.example\n"), ("limit (limit)", "\n"),
        ("question (question)", "why\n"), ("2. ", "\n"), ("reason (reason)", "so\n"), ("2. ", "\n"),
      ])
    #expect(session.status == 0)
    for part in [
      "  of the code\n  1. Swift\n  2. Python\n  3. Go\n", "Empty means: Swift",
      "Several lines; an empty line ends them", "May stay empty", "Empty means: 5",
      "One a line; an empty line ends the list",
      """
      Turn 1:
      System: You review Python code.
      - Style guide: https://a.example
      Be brief.
      User: At most 5 findings, please:

      x = 1
      y = {focus}
      Turn 2:
      """,
      "Turn 3: why (because so)\n",
    ] {
      #expect(session.screen.contains(part), "\(part)\nin\n\(session.screen)")
    }
  }

  @Test("what is given is not asked for; the text is shown before it is written")
  func shown() throws {
    let desk = try Desk()
    let words = [
      "fill", "multi-turn-conversation", "--variant", "conversation-forking", "-v",
      "earlier_suggestion=one", "-o", "out.txt",
    ]
    let no = try Terminal().run(
      words, at: desk,
      answers: [("(alternative_approach)", "two\n"), ("Write it to out.txt? [Y/n]", "n\n")])
    #expect(no.status == 1 && desk.text("out.txt") == nil)
    #expect(no.screen.contains("Going back to your one, what if we two?"))
    #expect(!no.screen.contains("(earlier_suggestion)"))
    let yes = try Terminal().run(
      words, at: desk, answers: [("(alternative_approach)", "two\n"), ("[Y/n]", "\n")])
    #expect(yes.status == 0)
    #expect(desk.text("out.txt")?.hasSuffix("Going back to your one, what if we two?\n") == true)
  }

  @Test("the end of the input gives up")
  func end() throws {
    let session = try Terminal().run(
      ["fill", "multi-turn-conversation"], at: try Desk(),
      answers: [("(high_level_request_or_exploration)", "\n"), ("a value is needed", "\u{4}")])
    #expect(session.status == 1)
    #expect(session.screen.contains("nothing is written"))
  }

  @Test("a secret is not shown while it is typed")
  func secret() throws {
    let session = try Terminal().run(
      ["fill", "secretive", "--from", "secretive.json"], at: try Self.secretiveDesk(),
      answers: [("> ", "hush\n")])
    #expect(session.status == 0)
    // Once only: in the text that it belongs to.
    #expect(session.screen.components(separatedBy: "hush").count == 2)
  }

  private static func secretiveDesk() throws -> Desk {
    let desk = try Desk()
    let text = try #require(desk.text("patterns/empty-handed.json"))
    let variable = """
      {"name": "key", "label": "Key", "hint": null, "description": null, "type": "secret", \
      "required": true, "default": null, "choices": [], "list": false, "multiline": false, \
      "remember": "turn", "aliases": [], "example": null, "source": null}
      """
    try desk.write(
      "secretive.json",
      text.replacing("\"variables\": []", with: "\"variables\": [\(variable)]")
        .replacing("empty-handed", with: "secretive")
        .replacing("\"text\": \"Say {nothing} but \\\"yes\\\".\"", with: "\"variable\": \"key\""))
    return desk
  }

  @Test("an editor writes what has many lines")
  func editor() throws {
    let desk = try Desk()
    try desk.write("editor.sh", "printf 'from the\\n\\neditor\\n' > \"$2\"; test \"$1\" = -w\n")
    let session = try Terminal().run(
      ["fill", "code-review", "--variant", "second-opinion"], at: desk,
      answers: [("! opens", "!\n")], environment: ["EDITOR": "sh editor.sh -w"])
    #expect(session.status == 0)
    #expect(session.screen.contains("Turn 1: Review this:\nfrom the\n\neditor\nTurn 2"))
  }

  @Test("after an editor that fails it asks once more, and VISUAL counts before EDITOR")
  func failingEditor() throws {
    let desk = try Desk()
    try desk.write("drafts/other", "")
    let session = try Terminal().run(
      ["fill", "code-review", "--variant", "second-opinion"], at: desk,
      answers: [("! opens false", "!\n"), ("> ", "typed\n\n")],
      environment: [
        "VISUAL": "false", "EDITOR": "sh editor.sh", "TMPDIR": desk.folder.path + "/drafts",
      ])
    #expect(session.status == 0)
    #expect(session.screen.contains("Turn 1: Review this:\ntyped\nTurn 2"))
    let drafts = desk.folder.appending(path: "drafts").path
    #expect(try FileManager.default.contentsOfDirectory(atPath: drafts) == ["other"])
  }

  @Test("what is typed is data, and a label cannot command the terminal")
  func control() throws {
    let desk = try Desk()
    let text = try #require(desk.text("patterns/code-review.json"))
    try desk.write("evil.json", text.replacing("\"paste your code\"", with: "\"\\u001B[2Jcode\""))
    let session = try Terminal().run(
      ["fill", "code-review", "--variant", "second-opinion", "--from", "evil.json"], at: desk,
      answers: [("> ", "{language} Turn 2:\n\n")])
    #expect(session.status == 0 && !session.screen.contains("\u{1B}"))
    #expect(session.screen.contains("Review this:\n{language} Turn 2:\nTurn 2"))
  }
}
