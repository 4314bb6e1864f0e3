import JSON
import MCP
import Testing

@Suite("The protocol's handshake and its requests without one")
struct SessionTests {
  private static let old = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"]

  @Test("a handshake agrees on the client's revision", arguments: old)
  func handshake(version: String) throws {
    let talk = try Talk(SmallShelf.files(), version)
    #expect(try talk.result("ping") == [:])
    let list = try talk.result("prompts/list")
    #expect(list["resultType"] == nil && list["ttlMs"] == nil)
    #expect((list["prompts"]?[0]?["_meta"] != nil) == (version >= "2025-06-18"))
    #expect((list["prompts"]?[0]?["title"] != nil) == (version >= "2025-06-18"))
  }

  @Test(
    "a revision that nobody knows, and one without handshake, are answered with the latest",
    arguments: ["1900-01-01", "2026-07-28", "x"])
  func unknownRevision(version: String) throws {
    var server = MCPServer(try SmallShelf.files(), version: "1")
    let line = Talk.text([
      "jsonrpc": "2.0", "id": 1, "method": "initialize",
      "params": ["protocolVersion": .string(version), "capabilities": [:]],
    ])
    let answer = try JSONValue(parsing: server.receive(Array(line.utf8)))
    #expect(answer["result"]?["protocolVersion"] == "2025-11-25")
  }

  @Test("without handshake each result says that it is complete, and lists how long they last")
  func stateless() throws {
    let talk = try Talk(SmallShelf.files())
    let discovery = try talk.result("server/discover")
    #expect(discovery["supportedVersions"]?[0] == "2026-07-28")
    #expect(discovery["capabilities"]?["completions"] == [:])
    for (method, parameters): (String, JSONValue) in [
      ("server/discover", [:]), ("prompts/list", [:]), ("resources/list", [:]),
      ("resources/templates/list", [:]), ("tools/list", [:]),
      ("resources/read", ["uri": "turnbook://pattern/code-review"]),
    ] {
      let result = try talk.result(method, parameters)
      #expect(result["resultType"] == "complete", "\(method)")
      #expect(result["ttlMs"]?.integer ?? -1 >= 0, "\(method)")
      #expect(result["cacheScope"] == "private", "\(method)")
      let server = result["_meta"]?["io.modelcontextprotocol/serverInfo"]
      #expect(server?["version"] == "1.2.3", "\(method)")
    }
  }

  @Test("another version in _meta is refused with those that are spoken")
  func unsupported() throws {
    let talk = try Talk(SmallShelf.files())
    for version in ["2027-01-01", "2025-06-18"] {
      let error = try talk.error(
        "prompts/list",
        [
          "_meta": [
            "io.modelcontextprotocol/protocolVersion": .string(version),
            "io.modelcontextprotocol/clientCapabilities": [:],
          ]
        ])
      #expect(error["code"] == -32022)
      #expect(error["data"]?["requested"] == .string(version))
      #expect(error["data"]?["supported"]?.array?.contains("2026-07-28") == true)
    }
  }

  @Test("a request that says nothing of the protocol is refused until there was a handshake")
  func withoutAnything() throws {
    let talk = try Talk(SmallShelf.files())
    #expect(try talk.error("prompts/list", ["_meta": [:]])["code"] == -32602)
    #expect(
      try talk.error(
        "prompts/list",
        ["_meta": ["io.modelcontextprotocol/protocolVersion": "2026-07-28"]])["code"] == -32602)
  }

  @Test("both eras are served at once")
  func both() throws {
    let talk = try Talk(SmallShelf.files(), "2025-06-18")
    let meta: JSONValue = [
      "io.modelcontextprotocol/protocolVersion": "2026-07-28",
      "io.modelcontextprotocol/clientCapabilities": [:],
    ]
    #expect(try talk.result("tools/list", ["_meta": meta])["resultType"] == "complete")
    #expect(try talk.result("tools/list")["resultType"] == nil)
    #expect(try talk.error("ping", ["_meta": meta])["code"] == -32601)
    #expect(try talk.error("server/discover")["code"] == -32601)
    #expect(try talk.error("logging/setLevel", ["level": "info"])["code"] == -32601)
  }
}
