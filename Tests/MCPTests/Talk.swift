import ByteText
import JSON
import MCP
import Testing

/// A client's side of a conversation with a server.
final class Talk {
  private var server: MCPServer
  private var count = 0
  /// What each request of the stateless kind says of its client.
  private let meta: JSONValue?

  /// Speaks 2026-07-28.
  init(_ shelf: PatternShelf, capabilities: JSONValue = [:]) {
    server = MCPServer(shelf, version: "1.2.3")
    meta = [
      "io.modelcontextprotocol/protocolVersion": "2026-07-28",
      "io.modelcontextprotocol/clientCapabilities": capabilities,
      "io.modelcontextprotocol/clientInfo": ["name": "test", "version": "1"],
    ]
  }

  /// Shakes hands on an earlier revision.
  init(
    _ shelf: PatternShelf, _ version: String, capabilities: JSONValue = [:],
    longestMessage: Int = MCPServer.longestMessage
  ) throws {
    server = MCPServer(shelf, version: "1.2.3", longestMessage: longestMessage)
    meta = nil
    let answer = try ask(
      "initialize",
      [
        "protocolVersion": .string(version), "capabilities": capabilities,
        "clientInfo": ["name": "test", "version": "1"],
      ])
    #expect(answer["result"]?["protocolVersion"] == .string(version))
    #expect(try send(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"# + "\n").isEmpty)
  }

  /// The messages that come back.
  func send(_ text: String) throws -> [JSONValue] { try send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) throws -> [JSONValue] {
    try server.receive(bytes).split(separator: 0x0A).map { try JSONValue(parsing: Array($0)) }
  }

  func end() throws -> [JSONValue] {
    try server.finish().split(separator: 0x0A).map { try JSONValue(parsing: Array($0)) }
  }

  /// A request as one line.
  func line(_ method: String, _ parameters: JSONValue = [:], id: JSONValue) -> String {
    var all = parameters.object ?? JSONObject()
    if let meta, !all.contains("_meta") { all["_meta"] = meta }
    return Self.text([
      "jsonrpc": "2.0", "id": id, "method": .string(method), "params": .object(all),
    ])
  }

  static func text(_ value: JSONValue) -> String {
    var buffer = ByteBuffer()
    buffer.append(json: value)
    return String(decoding: buffer.array, as: UTF8.self) + "\n"
  }

  /// The one message that answers a request.
  func ask(_ method: String, _ parameters: JSONValue = [:]) throws -> JSONValue {
    count += 1
    let answers = try send(line(method, parameters, id: .integer(Int64(count))))
    try #require(answers.count == 1, "\(answers)")
    if answers[0]["method"] == nil { #expect(answers[0]["id"] == .integer(Int64(count))) }
    return answers[0]
  }

  func result(_ method: String, _ parameters: JSONValue = [:]) throws -> JSONValue {
    let answer = try ask(method, parameters)
    return try #require(answer["result"], "\(answer)")
  }

  func error(_ method: String, _ parameters: JSONValue = [:]) throws -> JSONValue {
    let answer = try ask(method, parameters)
    return try #require(answer["error"], "\(answer)")
  }

  func tool(_ name: String, _ arguments: JSONValue) throws -> JSONValue {
    try result("tools/call", ["name": .string(name), "arguments": arguments])
  }
}
