import JSON
import MCP
import Testing

@Suite("Resources and tools of the protocol")
struct ToolTests {
  @Test("the page is a resource where it is at hand, the pattern file always")
  func resources() throws {
    let talk = try Talk(SmallShelf.files())
    let resources = try talk.result("resources/list")["resources"]?.array ?? []
    #expect(
      resources.map { $0["uri"] } == [
        "turnbook://page/code-review", "turnbook://pattern/code-review",
        "turnbook://pattern/empty-handed", "turnbook://pattern/multi-turn-conversation",
      ])
    let page = try talk.result("resources/read", ["uri": "turnbook://page/code-review"])
    #expect(page["contents"]?[0]?["text"] == "# Code review\n")
    #expect(page["contents"]?[0]?["mimeType"] == "text/markdown")
    let file = try talk.result("resources/read", ["uri": "turnbook://pattern/code%2Dreview"])
    #expect(file["contents"]?[0]?["text"]?.string?.contains("turnbook.pattern/1") == true)
  }

  @Test(
    "an unknown resource has the code of its era",
    arguments: [
      "turnbook://page/none", "turnbook://page/empty-handed", "turnbook://x/y",
      "file:///etc/passwd",
      "turnbook://page/%", "turnbook://page/%FF", "turnbook://pattern/../index", "",
    ])
  func unknownResource(uri: String) throws {
    let talk = try Talk(SmallShelf.files())
    #expect(try talk.error("resources/read", ["uri": .string(uri)])["code"] == -32602)
    let old = try Talk(SmallShelf.files(), "2025-11-25")
    #expect(try old.error("resources/read", ["uri": .string(uri)])["code"] == -32002)
  }

  @Test("tools find, tell and fill in, with the value as text and as a value")
  func tools() throws {
    let talk = try Talk(SmallShelf.files())
    let found = try talk.tool("search_techniques", ["query": "REVIEW"])
    #expect(found["structuredContent"]?["techniques"]?[0]?["id"] == "code-review")
    let text = try #require(found["content"]?[0]?["text"]?.string)
    #expect(try JSONValue(parsing: Array(text.utf8)) == found["structuredContent"])
    let technique = try talk.tool("get_technique", ["id": "code-review"])
    #expect(technique["structuredContent"]?["variables"]?.array?.count == 8)
    let filled = try talk.tool(
      "fill_pattern",
      [
        "id": "code-review", "turn": "1",
        "values": ["code": "x", "limit": 3, "question": ["a", "b"], "reason": ["c", "d"]],
      ])
    #expect(filled["structuredContent"]?["turns"]?.array?.count == 1)
    #expect(filled["isError"] == nil)
  }

  @Test("before 2025-06-18 a tool gives text alone")
  func oldTools() throws {
    let talk = try Talk(SmallShelf.files(), "2025-03-26")
    let list = try talk.result("tools/list")["tools"]?.array ?? []
    #expect(list.count == 4 && list.allSatisfy { $0["outputSchema"] == nil })
    #expect(list.allSatisfy { $0["annotations"]?["readOnlyHint"] == true })
    let found = try talk.tool("search_techniques", [:])
    #expect(found["structuredContent"] == nil && found["content"]?[0]?["text"] != nil)
  }

  @Test(
    "what a model gives wrongly is a result that it can read",
    arguments: [
      ("get_technique", ["id": "none"], "none"), ("get_technique", [:], "id"),
      ("get_technique", ["id": 3], "text"), ("search_techniques", ["limit": 0], "limit"),
      ("search_techniques", ["words": "x"], "words"),
      ("fill_pattern", ["id": "code-review"], "code"),
      ("fill_pattern", ["id": "code-review", "variant": "x"], "second-opinion"),
      ("fill_pattern", ["id": "code-review", "values": ["code": ["a": 1]]], "code"),
      ("fill_pattern", ["id": "empty-handed", "turn": "9"], "9"),
      ("check_prompt", ["text": "x", "platform": "x"], "claude"),
    ] as [(String, JSONValue, String)])
  func faults(name: String, arguments: JSONValue, word: String) throws {
    let talk = try Talk(SmallShelf.files())
    let result = try talk.tool(name, arguments)
    #expect(result["isError"] == true)
    #expect(result["content"]?[0]?["text"]?.string?.contains(word) == true, "\(result)")
  }

  @Test("an unknown tool is an error of the protocol")
  func unknown() throws {
    let talk = try Talk(SmallShelf.files())
    #expect(try talk.error("tools/call", ["name": "x"])["code"] == -32602)
    #expect(
      try talk.error("tools/call", ["name": "check_prompt", "arguments": 3])["code"] == -32602)
  }

  private func kinds(_ arguments: JSONValue) throws -> [String] {
    let talk = try Talk(SmallShelf.files())
    let value = try talk.tool("check_prompt", arguments)["structuredContent"]
    let findings = value?["findings"]?.array ?? []
    #expect(value?["ok"] == .bool(findings.isEmpty))
    return findings.compactMap { finding in
      finding["kind"]?.string.map {
        "\(finding["line"]?.integer ?? 0):\(finding["column"]?.integer ?? 0) \($0)"
      }
    }
  }

  @Test("a prompt is looked over for slots, turns and its length")
  func check() throws {
    #expect(try kinds(["text": "Say it: {thing}\nTurn 1: a"]) == ["1:9 unfilled_slot"])
    #expect(try kinds(["text": "{{x}} { y } {\"a\": 1} [link](x) [note]"]).isEmpty)
    #expect(try kinds(["text": "See [paste the code here] now"]) == ["1:5 unfilled_slot"])
    #expect(try kinds(["text": "a [answer to turn 1]"]) == ["1:3 open_answer"])
    #expect(try kinds(["text": "Turn 1: a\nTurn 3: b"]) == ["2:1 turn_missing"])
    #expect(try kinds(["text": "Turn 1: a\nTurn 1: b"]) == ["2:1 turn_repeated"])
    #expect(try kinds(["text": "Turn 2: a\nTurn 1: b"]) == ["2:1 turn_out_of_order"])
    #expect(try kinds(["text": "Turn 1: a\nTurn N: b"]) == ["2:1 open_turn"])
    let long = JSONValue.string(String(repeating: "word ", count: 200_000))
    #expect(try kinds(["text": long, "platform": "claude"]) == ["1:1 too_long"])
    #expect(try kinds(["text": long, "id": "code-review"]) == ["1:1 too_long"])
    #expect(try kinds(["text": long]).isEmpty)
  }

  @Test("of a technique's prompt only the technique's own slots count")
  func ownSlots() throws {
    #expect(try kinds(["text": "let x = {y}", "id": "code-review"]).isEmpty)
    #expect(try kinds(["text": "Review {code}", "id": "code-review"]) == ["1:8 unfilled_slot"])
  }
}
