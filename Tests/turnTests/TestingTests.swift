import Foundation
import JSON
import ProviderServer
import Testing

@Suite("Tests of patterns")
struct TestingTests {
  private static let key = "sk-secret-0123456789abcdef"
  private static let environment = ["OPENAI_API_KEY": key]

  /// A model that tells how often it was asked.
  private static func counting() throws -> ProviderServer {
    try ProviderServer { _, number in Speech.openai.says(["Answer ", "\(number + 1)."]) }
  }

  private static func script(_ cases: String, values: String = #"{"code": "x = 1"}"#) -> String {
    """
    {"format": "turnbook.test/1", "pattern": "code-review", "values": \(values), "cases": [\(cases)]}
    """
  }

  private static func answers(_ texts: String...) -> String {
    texts.map { Desk.text(of: ["text": .string($0)]) + "\n" }.joined()
  }

  /// Runs one case of two turns against two answers.
  private static func judged(
    _ expectation: String, _ first: String = "One.", _ second: String = "Two."
  ) throws -> Run {
    let desk = try Desk()
    try desk.write("a.turntest.json", script(#"{"name": "it", "expect": [\#(expectation)]}"#))
    try desk.write("a.replay.jsonl", answers(first, second))
    return try desk.run("test", "a.turntest.json")
  }

  // MARK: Recordings

  @Test("of a pattern are its examples, recorded once and replayed without a network or a key")
  func recorded() throws {
    let desk = try Desk()
    let server = try Self.counting()
    let live = try desk.run(
      "test", "multi-turn-conversation", "--record", "tests", "--provider", "openai", "--base-url",
      server.url + "/v1", environment: Self.environment)
    #expect(live.status == 0, "\(live.output) \(live.errors)")
    #expect(server.requests.count == 6)
    #expect(server.requests.allSatisfy { $0.headers["authorization"] == "Bearer \(Self.key)" })
    server.stop()
    let replayed = try desk.run("test", "multi-turn-conversation")
    #expect(replayed.status == 0 && replayed.errors == "", "\(replayed.errors)")
    #expect(
      replayed.output == """
        ok      multi-turn-conversation: Multi-Turn Conversation, filled in (3 turns)
        ok      multi-turn-conversation: Example 3 — Problem exploration with forking (3 turns)
        2 passed

        """)
    #expect(live.output == replayed.output)
    // Whose key is there, and that there is one at all, changes nothing.
    for key in ["ANTHROPIC_API_KEY", "GEMINI_API_KEY"] {
      #expect(
        try desk.run("test", "multi-turn-conversation", environment: [key: "k"]).status == 0)
    }
    #expect(try desk.run("test").output == replayed.output)
  }

  @Test("leave no byte of the key, and nothing in the person's store")
  func secrets() throws {
    let desk = try Desk()
    // A server that repeats the key, over the borders of what is received at once.
    let words = ["You are \(Self.key), ", "I think."]
    let server = try ProviderServer(Speech.openai.says(words).split(every: 5))
    let run = try desk.run(
      "test", "multi-turn-conversation", "--record", "kept/", "--provider", "openai",
      "--base-url", server.url + "/v1", "--junit", "kept/junit.xml", "--json",
      environment: Self.environment)
    #expect(run.status == 0, "\(run.errors)")
    #expect(desk.text("kept/multi-turn-conversation.replay.jsonl")?.contains("I think.") == true)
    var files = 0
    let all = try #require(FileManager.default.enumerator(atPath: desk.folder.path))
    for case let name as String in all {
      guard let text = desk.text(name) else { continue }
      files += 1
      #expect(!text.contains("0123456789abcdef") && !text.contains("authorization"), "\(name)")
    }
    #expect(files > 4)
    let home = try #require(FileManager.default.enumerator(atPath: desk.home.path))
    #expect(home.allObjects.isEmpty)
  }

  @Test("say which turn a recording has no answer to, and how to record it anew")
  func stale() throws {
    let desk = try Desk()
    let server = try Self.counting()
    let script = Self.script(#"{"name": "worst", "say": ["Why?"]}"#)
    try desk.write("a.turntest.json", script)
    func record() throws -> Run {
      try desk.run(
        "test", "a.turntest.json", "--record", "a.replay.jsonl", "--provider", "openai",
        "--base-url", server.url, environment: Self.environment)
    }
    #expect(try record().status == 0)
    #expect(try desk.run("test", "a.turntest.json").output.hasPrefix("ok "))
    try desk.write("a.turntest.json", script.replacing("Why?", with: "Why so?"))
    let stale = try desk.run("test", "a.turntest.json")
    #expect(stale.status == 2)
    #expect(
      stale.output == """
        not run a.turntest.json: worst
                  turn 3: a.replay.jsonl has no answer to it: the prompt has changed since, or is new
                  Record it anew with: turn test a.turntest.json --record a.replay.jsonl
        1 could not be run

        """)
    #expect(try record().status == 0)
    #expect(try desk.run("test", "a.turntest.json").status == 0)
    // Another model is another question.
    let other = try desk.run("test", "a.turntest.json", "--model", "other")
    #expect(other.status == 2 && other.output.contains("turn 1: "))
  }

  @Test("keep a recording as it was when not all of it could be made anew")
  func spoilt() throws {
    let desk = try Desk()
    try desk.write("a.turntest.json", Self.script(#"{"name": "it"}"#))
    try desk.write("a.replay.jsonl", "kept")
    let server = try ProviderServer(
      Speech.openai.says(["One."]), Speech.openai.fails(401, "no such key"))
    let run = try desk.run(
      "test", "a.turntest.json", "--record", "a.replay.jsonl", "--provider", "openai",
      "--base-url", server.url, environment: Self.environment)
    #expect(run.status == 2 && run.errors.contains("nothing is written to a.replay.jsonl"))
    #expect(run.output.contains("turn 2: OpenAI does not accept the key (401)"), "\(run.output)")
    #expect(desk.text("a.replay.jsonl") == "kept")
  }

  @Test("tell that there is no recording, and ask nobody")
  func unrecorded() throws {
    let desk = try Desk()
    let run = try desk.run("test", "multi-turn-conversation", environment: Self.environment)
    #expect(run.status == 2)
    #expect(run.output.contains("there is no recording tests/multi-turn-conversation.replay.jsonl"))
    #expect(run.output.contains("turn test multi-turn-conversation --record tests/"))
    let nothing = try desk.run("test")
    #expect(nothing.status == 1 && nothing.errors.contains("there is nothing to test here"))
  }

  @Test("ask the model with --live, and write nothing")
  func live() throws {
    let desk = try Desk()
    try desk.write(
      "a.turntest.json",
      Self.script(#"{"name": "it", "expect": [{"turn": "2", "contains": "Answer 2."}]}"#))
    let server = try Self.counting()
    let run = try desk.run(
      "test", "a.turntest.json", "--live", "--provider", "openai", "--base-url", server.url,
      environment: Self.environment)
    #expect(run.status == 0 && run.output.contains("(2 turns)"), "\(run.output)\(run.errors)")
    #expect(server.requests.count == 2 && desk.text("a.replay.jsonl") == nil)
    let keyless = try desk.run("test", "a.turntest.json", "--live", "--provider", "openai")
    #expect(keyless.status == 2 && keyless.errors.contains("there is no key for OpenAI"))
  }

  // MARK: Expectations

  @Test(
    "pass where the answer is what is expected",
    arguments: [
      #"{"contains": "Tw"}"#, #"{"turn": "1", "contains": ["O", "ne"]}"#,
      #"{"not_contains": "One"}"#,
      #"{"turn": "all", "matches": "^(One|Two)\\.$"}"#, #"{"equals": " Two. "}"#,
      #"{"max_words": 1}"#, #"{"min_words": 1}"#, #"{"max_turns": 2}"#,
      #"{"turn": "all", "finish": "stop"}"#, #"{"turn": 2, "contains": "Two", "max_words": 3}"#,
    ])
  func met(expectation: String) throws {
    let run = try Self.judged(expectation)
    #expect(run.status == 0 && run.output == "ok      a.turntest.json: it (2 turns)\n1 passed\n")
  }

  @Test(
    "fail where it is not, and say what was expected, where, and what came",
    arguments: [
      (
        #"{"contains": "One"}"#, "turn 2 (/cases/0/expect/0/contains): \"One\" is expected in",
        "\"Two.\""
      ),
      (
        #"{"turn": "all", "not_contains": "ne"}"#, "turn 1 (/cases/0/expect/0/not_contains)",
        "\"One.\""
      ),
      (#"{"matches": "^o"}"#, "a match of ^o is expected", "\"Two.\""),
      (#"{"turn": "1", "equals": "Two."}"#, "turn 1 (/cases/0/expect/0/equals)", "\"One.\""),
      (#"{"min_words": 2}"#, "2 words at least", "1 word"),
      (#"{"turn": "all", "max_words": 0}"#, "", ""),
      (#"{"max_turns": 1}"#, "the conversation (/cases/0/expect/0/max_turns)", "2 turns"),
      (#"{"finish": "length"}"#, "to end by length", "stop"),
      (#"{"json_schema": true}"#, "JSON is expected", "a value is expected here"),
    ])
  func unmet(expectation: String, demand: String, came: String) throws {
    let run = try Self.judged(expectation)
    if demand.isEmpty {
      #expect(run.status == 2 && run.errors.contains("a whole number from 1 on"))
      return
    }
    #expect(run.status == 1 && run.errors == "", "\(run.errors)")
    #expect(run.output.hasPrefix("failed  a.turntest.json: it\n"))
    #expect(run.output.contains(demand) && run.output.contains("came: "), "\(run.output)")
    #expect(run.output.contains(came) && run.output.hasSuffix("\n1 failed\n"), "\(run.output)")
  }

  @Test("read the JSON of an answer bare, in a fence, or after other blocks")
  func schema() throws {
    let expectation = """
      {"json_schema": {"type": "object", "required": ["worst"], "properties": {"worst": {"minimum": 1}}}}
      """
    for answer in [
      "{\"worst\": 3}", "```json\n{\"worst\": 3}\n```",
      "Here:\n\n```python\n{}\n```\n\n~~~~ JSON\n{\"worst\": 3}\n~~~~\nDone.",
    ] {
      let run = try Self.judged(expectation, "One.", answer)
      #expect(run.status == 0, "\(run.output)")
    }
    let run = try Self.judged(expectation, "One.", "```json\n{\"worst\": 0}\n```")
    #expect(run.status == 1 && run.output.contains("/worst is 0 and must be at least 1"))
  }

  @Test("fail for an answer that is refused, unless that is expected")
  func refused() throws {
    let desk = try Desk()
    let server = try ProviderServer(
      Speech.openai.says(["One."]), Speech.openai.says(["No"], finish: "content_filter"))
    func run(_ expect: String) throws -> Run {
      try desk.write("a.turntest.json", Self.script(#"{"name": "it", "expect": [\#(expect)]}"#))
      return try desk.run(
        "test", "a.turntest.json", "--record", ".", "--provider", "openai", "--base-url",
        server.url, environment: Self.environment)
    }
    let refused = try run("")
    #expect(refused.status == 1 && refused.output.contains("came: it is refused"))
    let replayed = try desk.run("test", "a.turntest.json")
    #expect(replayed.output == refused.output)
    try desk.write(
      "a.turntest.json",
      Self.script(#"{"name": "it", "expect": [{"turn": "2", "finish": "refusal"}]}"#))
    #expect(try desk.run("test", "a.turntest.json").status == 0)
  }

  @Test("fail for an answer without a word")
  func empty() throws {
    let run = try Self.judged("", "One.", "")
    #expect(run.status == 1, "\(run.output)")
    #expect(run.output.contains("turn 2: an answer is expected"))
  }

  // MARK: Scripts

  @Test("are refused with every mistake of all scripts in one run, before anybody is asked")
  func mistakes() throws {
    let desk = try Desk()
    try desk.write(
      "a.turntest.json",
      """
      {"format": "turnbook.test/2", "pattern": "code-review", "varient": "x", "cases": [
        {"say": "a", "expect": [{"contain": "b"}, {}, {"turn": [], "finish": "end", "matches": "("}]},
        {"name": "n", "values": {"code": {}}, "expect": [{"json_schema": {"items": {"format": "x"}}}]},
        {"name": "n"}]}
      """)
    try desk.write("b.turntest.json", "{\n\"format\": }")
    try desk.write(
      "c.turntest.json",
      Self.script(
        #"{"name": "it", "values": {"limit": "many", "cod": "x"}, "expect": [{"turn": "9", "contains": "a"}]}"#,
        values: "{}"))
    try desk.write(
      "d.turntest.json",
      Self.script(#"{"name": "it", "expect": [{"turn": "9", "contains": "a"}]}"#))
    try desk.write(
      "e.turntest.json",
      #"{"format": "turnbook.test/1", "pattern": "cod", "cases": [{"name": "a"}]}"#)
    let run = try desk.run("test", "--live", environment: Self.environment)
    #expect(run.status == 2 && run.output == "")
    #expect(
      run.errors == """
        turn: a.turntest.json /varient: a test script has no "varient"; did you mean "variant"?
        turn: a.turntest.json /format: the format is "turnbook.test/1"
        turn: a.turntest.json /cases/0: a case needs "name"
        turn: a.turntest.json /cases/0/expect/0/contain: an expectation has no "contain"; did you mean "contains"?
        turn: a.turntest.json /cases/0/expect/1: nothing is expected; say it with contains, not_contains, \
        matches, equals, json_schema, max_words, min_words, max_turns, finish
        turn: a.turntest.json /cases/0/expect/2/turn: the number of a turn is expected, or "last" or "all"
        turn: a.turntest.json /cases/0/expect/2/matches: "(" is no regular expression
        turn: a.turntest.json /cases/0/expect/2/finish: there is stop, length, refusal, other
        turn: a.turntest.json /cases/1/values/code: text, a number or a list of them is expected
        turn: a.turntest.json /cases/1/expect/0/json_schema/items/format: the keyword "format" is not known here; \
        there is type, enum, const, properties, required, additionalProperties, items, minItems, maxItems, \
        minLength, maxLength, pattern, minimum, maximum, anyOf, oneOf, allOf, not, $ref, $defs
        turn: a.turntest.json /cases/2/name: there are two cases "n"
        turn: b.turntest.json:2: a value is expected here: an object, an array, a string, a number, true, false or null
        turn: c.turntest.json /cases/0/values/cod: there is no variable "cod"; did you mean "code"?
        turn: c.turntest.json /cases/0/values/limit: "many" is not a whole number, which "limit" needs
        turn: c.turntest.json /cases/0: "code" has no value
        turn: d.turntest.json /cases/0/expect/0/turn: there is no turn "9"; the conversation has 2 turns
        turn: e.turntest.json /pattern: there is no pattern "cod"; did you mean "code-review"?

        """)
  }

  @Test(
    "say their own words after the turns of a variant, with values of the case over those of all")
  func conversation() throws {
    let desk = try Desk()
    try desk.write(
      "tests/deep/a.turntest.json",
      """
      {"format": "turnbook.test/1", "pattern": "code-review", "variant": "second-opinion",
       "values": {"code": "a = 1"},
       "cases": [{"name": "first"},
                 {"name": "own", "values": {"code": "b = 2"}, "say": ["Thanks.", "Bye."],
                  "expect": [{"turn": "4", "contains": "Answer 6"}]}]}
      """)
    let server = try Self.counting()
    let run = try desk.run(
      "test", "tests/deep/a.turntest.json", "--live", "--provider", "openai", "--base-url",
      server.url,
      "--max-tokens", "77", environment: Self.environment)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let bodies = try server.requests.map { try JSONValue(parsing: $0.body) }
    func said(_ number: Int) -> [String] {
      let messages = bodies[number]["messages"]?.array ?? []
      return messages.filter { $0["role"] != "system" }.compactMap { $0["content"]?.string }
    }
    #expect(bodies.count == 6)
    #expect(said(0) == ["Review this:\na = 1"] && said(2) == ["Review this:\nb = 2"])
    #expect(said(3).last == "Read it again as somebody else would.")
    #expect(said(5).suffix(3) == ["Thanks.", "Answer 5.", "Bye."])
    #expect(bodies[0]["max_completion_tokens"]?.integer == 77)
  }

  // MARK: Choosing and telling

  @Test("can be listed and chosen by a part of their names")
  func chosen() throws {
    let desk = try Desk()
    try desk.write("a.turntest.json", Self.script(#"{"name": "one"}, {"name": "two"}"#))
    try desk.write("a.replay.jsonl", Self.answers("1", "2", "3", "4"))
    let list = try desk.run("test", "--list")
    #expect(list.output == "a.turntest.json: one\na.turntest.json: two\n" && list.status == 0)
    let json = try desk.run("test", "--list", "--json").json()
    #expect(json[1]?["name"]?.string == "two" && json[1]?["pattern"]?.string == "code-review")
    let only = try desk.run("test", "--only", "wo")
    #expect(only.output == "ok      a.turntest.json: two (2 turns)\n1 passed\n")
    let none = try desk.run("test", "--only", "three")
    #expect(none.status == 64 && none.errors.contains("no case has \"three\" in its name"))
  }

  @Test("are refused where the flags contradict each other")
  func flags() throws {
    let desk = try Desk()
    for words in [
      ["--replay", "a", "--live"], ["--replay", "a", "--record", "b"],
      ["--record", "b", "--only", "x"],
    ] {
      #expect(try desk.run(["test", "code-review"] + words).status == 64, "\(words)")
    }
    let missing = try desk.run("test", "no-such")
    #expect(missing.status == 64 && missing.errors.contains("there is no pattern \"no-such\""))
    let bare = try desk.run("test", "code-review")
    #expect(bare.status == 1 && bare.errors.contains("has no example to test it with"))
    #expect(try desk.run("test", "./none.json").status == 2)
  }

  @Test("take their answers from another file, or a folder of files")
  func elsewhere() throws {
    let desk = try Desk()
    try desk.write("a.turntest.json", Self.script(#"{"name": "it"}"#))
    try desk.write("kept/a.replay.jsonl", Self.answers("1", "2"))
    #expect(try desk.run("test", "a.turntest.json", "--replay", "kept").status == 0)
    #expect(try desk.run("test", "a.turntest.json", "--replay", "kept/a.replay.jsonl").status == 0)
    #expect(try desk.run("test", "a.turntest.json").status == 2)
    try desk.write("kept/a.replay.jsonl", "{\"text\": 1}\n")
    let broken = try desk.run("test", "a.turntest.json", "--replay", "kept")
    #expect(broken.status == 2 && broken.errors.contains("line 1 is no recorded answer"))
    try desk.write("kept/a.replay.jsonl", Self.answers("1"))
    let short = try desk.run("test", "a.turntest.json", "--replay", "kept")
    #expect(short.status == 2 && short.output.contains("turn 2: kept/a.replay.jsonl: there is 1"))
  }

  @Test("do not let an answer move the cursor")
  func escapes() throws {
    let run = try Self.judged(#"{"turn": "1", "equals": "x"}"#, "\u{1B}[2Jboo", "Two.")
    #expect(run.status == 1 && run.output.contains("boo") && !run.output.contains("\u{1B}"))
  }

  // MARK: Reports

  @Test("are told as JSON", arguments: [true, false])
  func json(passes: Bool) throws {
    let desk = try Desk()
    let text = passes ? "Two" : "Three"
    try desk.write(
      "a.turntest.json", Self.script(#"{"name": "it", "expect": [{"contains": "\#(text)"}]}"#))
    try desk.write("a.replay.jsonl", Self.answers("One.", "Two."))
    let run = try desk.run("test", "a.turntest.json", "--json")
    let file = try run.json()
    #expect(file["format"]?.string == "turnbook.test-results/1")
    #expect(file["summary"]?["passed"]?.integer == (passes ? 1 : 0))
    let test = try #require(file["cases"]?[0])
    #expect(test["state"]?.string == (passes ? "passed" : "failed"))
    #expect(test["failures"]?[0]?["turn"]?.string == (passes ? nil : "2"))
    #expect(
      test["failures"]?[0]?["place"]?.string == (passes ? nil : "/cases/0/expect/0/contains"))
    #expect(run.status == (passes ? 0 : 1))
  }

  @Test(
    "are told as JUnit, as the package junitparser reads it",
    .enabled(if: JUnitPeer.isPresent, JUnitPeer.absent))
  func junit() throws {
    let desk = try Desk()
    try desk.write(
      "a.turntest.json",
      Self.script(
        #"{"name": "good \"<&>\""}, {"name": "bad", "expect": [{"contains": "<x>&\u0001"}]}"#))
    try desk.write("a.replay.jsonl", Self.answers("One.", "]]>", "One.", "Two \u{1}."))
    try desk.write("b.turntest.json", Self.script(#"{"name": "lost"}"#))
    let run = try desk.run("test", "a.turntest.json", "b.turntest.json", "--junit", "out.xml")
    #expect(run.status == 2 && run.output.hasSuffix("1 passed, 1 failed, 1 could not be run\n"))
    let read = try JUnitPeer.read(desk.folder.appending(path: "out.xml"))
    #expect(read["tests"]?.integer == 3 && read["failures"]?.integer == 1)
    #expect(read["errors"]?.integer == 1)
    let cases = read["cases"]?.array ?? []
    #expect(cases.map { $0["name"]?.string } == ["good \"<&>\"", "bad", "lost"])
    #expect(
      cases.map { $0["class"]?.string } == [
        "a.turntest.json", "a.turntest.json", "b.turntest.json",
      ])
    #expect(cases.map { $0["results"]?.array?.count } == [0, 1, 1])
    #expect(cases[1]["results"]?[0]?[0]?.string == "Failure")
    #expect(
      cases[1]["results"]?[0]?[1]?.string
        == "turn 2 (/cases/1/expect/0/contains): \"<x>&\u{FFFD}\" is expected in the answer")
    #expect(cases[2]["results"]?[0]?[0]?.string == "Error")
    #expect(cases[2]["results"]?[0]?[1]?.string == "there is no recording b.replay.jsonl")
  }
}

/// The package `junitparser`, in the environment that `Scripts/python.sh` makes.
private enum JUnitPeer {
  private static let repository =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  private static let python = repository + "/.build/venv/bin/python"

  static var isPresent: Bool { FileManager.default.isExecutableFile(atPath: python) }
  static let absent: Comment = "SKIPPED: no Python packages; run Scripts/python.sh"

  static func read(_ file: URL) throws -> JSONValue {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [repository + "/Tests/Peers/junit.py", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "the package could not read it")
    return try JSONValue(parsing: Array(output))
  }
}
