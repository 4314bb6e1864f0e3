import JSON
import MCP
import Testing

@Suite("Anything at all as input")
struct RandomInputTests {
  private static let methods = [
    "initialize", "ping", "server/discover", "prompts/list", "prompts/get", "resources/list",
    "resources/read", "resources/templates/list", "tools/list", "tools/call",
    "completion/complete", "logging/setLevel", "nothing", "",
  ]
  private static let keys = [
    "_meta", "name", "arguments", "cursor", "uri", "ref", "argument", "id", "values", "text",
    "type", "value", "protocolVersion", "capabilities", "elicitation", "inputResponses", "action",
    "content", "requestState", "turn", "code", "io.modelcontextprotocol/protocolVersion",
    "io.modelcontextprotocol/clientCapabilities",
  ]
  private static let texts = [
    "", "code-review", "code-review.second-opinion", "2025-11-25", "2026-07-28", "accept", "values",
    "turnbook://page/code-review", "turnbook://page/{id}", "ref/prompt", "check_prompt",
    "fill_pattern", "{x}\nTurn 2: [your x]", "é\u{0}𝄞", "1-0", "Turn 99999999: a",
  ]

  private static func value(_ depth: Int, _ chance: inout SeededNumbers) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &chance) {
    case 0: .null
    case 1: .bool(Bool.random(using: &chance))
    case 2: .integer(Int64.random(in: -2...2, using: &chance))
    case 3, 4, 5: .string(texts.randomElement(using: &chance) ?? "")
    case 6:
      .array(
        (0..<Int.random(in: 0...3, using: &chance)).map { _ in value(depth - 1, &chance) })
    default: .object(object(depth - 1, &chance))
    }
  }

  private static func object(_ depth: Int, _ chance: inout SeededNumbers) -> JSONObject {
    var object = JSONObject()
    for _ in 0..<Int.random(in: 0...5, using: &chance) {
      object[keys.randomElement(using: &chance) ?? ""] = value(depth, &chance)
    }
    return object
  }

  @Test("each request is answered once, whatever it asks", arguments: 1...20 as ClosedRange<UInt64>)
  func requests(seed: UInt64) throws {
    var chance = SeededNumbers(seed: seed)
    var server = MCPServer(try SmallShelf.files(), version: "1")
    for number in 0..<300 {
      var parameters = Self.object(4, &chance)
      if Bool.random(using: &chance) {
        parameters["_meta"] = [
          "io.modelcontextprotocol/protocolVersion": "2026-07-28",
          "io.modelcontextprotocol/clientCapabilities": [:],
        ]
      }
      // Questions to the person would keep their requests open; `PromptTests` has those.
      if parameters["capabilities"] != nil { parameters["capabilities"] = [:] }
      let line = Talk.text([
        "jsonrpc": "2.0", "id": .integer(Int64(number)),
        "method": .string(Self.methods.randomElement(using: &chance) ?? ""),
        "params": .object(parameters),
      ])
      let answers = try server.receive(Array(line.utf8)).split(separator: 0x0A).map {
        try JSONValue(parsing: Array($0))
      }
      #expect(answers.count == 1 && answers.first?["id"] == .integer(Int64(number)), "\(line)")
      let answer = answers.first
      #expect((answer?["result"] == nil) != (answer?["error"] == nil), "\(line)")
    }
  }

  @Test(
    "bytes are survived, and the next request is answered", arguments: 1...20 as ClosedRange<UInt64>
  )
  func bytes(seed: UInt64) throws {
    var chance = SeededNumbers(seed: seed)
    var server = MCPServer(try SmallShelf.files(), version: "1", longestMessage: 2_000)
    let good = Array(#"{"jsonrpc":"2.0","id":"good","method":"ping"}"#.utf8)
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<200, using: &chance) {
        if Int.random(in: 0..<10, using: &chance) == 0 {
          bytes += good[..<Int.random(in: 0..<good.count, using: &chance)]
        } else {
          bytes.append(UInt8.random(in: 0...255, using: &chance))
        }
      }
      _ = server.receive(bytes)
      let answers = server.receive([0x0A] + good + [0x0A]).split(separator: 0x0A)
      let last = try JSONValue(parsing: Array(try #require(answers.last)))
      #expect(last["id"] == "good" && last["result"] == [:])
    }
  }
}
