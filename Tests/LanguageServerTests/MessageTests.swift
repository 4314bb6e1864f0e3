import JSON
import Testing

@Suite("Messages of an editor")
struct MessageTests {
  @Test(
    "what is no message is answered by its error, and what follows is heard",
    arguments: [
      ("{", -32700), ("nonsense", -32700), ("1", -32600), ("{}", -32600), ("[]", -32600),
      (#"{"jsonrpc":"1.0","id":1,"method":"shutdown"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":null,"method":"shutdown"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1,"method":"nothing/here","params":{}}"#, -32601),
      (#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{}}"#, -32602),
    ])
  func malformed(text: String, code: Int) async throws {
    let editor = try await Editor(Guides.small)
    let before = editor.answers.count
    try editor.send(editor.frame(text))
    #expect(editor.answers.count == before + 1)
    #expect(editor.answers.last?["error"]?["code"] == .integer(Int64(code)), "\(editor.answers)")
    #expect(try await editor.ask("workspace/symbol", ["query": "Deep"]).array?.count == 1)
  }

  @Test("a header without a length is told, and the next message is heard")
  func header() async throws {
    let editor = try await Editor(Guides.small)
    try editor.send(Array("Content-Type: x\r\n\r\n".utf8))
    #expect(editor.answers.last?["error"]?["code"] == -32700)
    #expect(try await editor.ask("workspace/symbol", ["query": "Deep"]).array?.count == 1)
  }

  @Test("a message may come byte by byte, with lower-case headers and line feeds alone")
  func pieces() async throws {
    let editor = try await Editor(Guides.small)
    let text = #"{"jsonrpc":"2.0","id":"a","method":"workspace/symbol","params":{"query":"Deep"}}"#
    for byte in Array("content-length: \(text.utf8.count)\n\n\(text)".utf8) {
      try editor.send([byte])
    }
    #expect(editor.answers.last?["id"] == "a")
    #expect(editor.answers.last?["result"]?.array?.count == 1)
  }

  @Test("nothing is answered before initialize")
  func early() async throws {
    let editor = try await Editor(Guides.small, starts: false)
    try editor.send([
      "jsonrpc": "2.0", "id": 7, "method": "textDocument/hover", "params": [:],
    ])
    #expect(editor.answers.last?["error"]?["code"] == -32002)
    try await editor.open("content/index.md")
    #expect(editor.published.isEmpty)
  }

  @Test("after shutdown only exit is done, and the program ends with success")
  func shutdown() async throws {
    let editor = try await Editor(Guides.small)
    #expect(try await editor.ask("shutdown") == .null)
    let late = try await editor.answer("workspace/symbol", ["query": ""])
    #expect(late["error"]?["code"] == -32600)
    #expect(editor.exitCode == nil)
    try await editor.tell("exit")
    #expect(editor.exitCode == 0)
  }

  @Test("exit without shutdown is a failure")
  func exit() async throws {
    let editor = try await Editor(Guides.small)
    try await editor.tell("exit")
    #expect(editor.exitCode == 1)
  }

  @Test("a request that is taken back in the same breath is answered as cancelled")
  func cancelled() async throws {
    let editor = try await Editor(Guides.small)
    let request =
      #"{"jsonrpc":"2.0","id":"x","method":"workspace/symbol","params":{"query":""}}"#
    let cancel = #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"x"}}"#
    try editor.send(editor.frame(request) + editor.frame(cancel))
    #expect(editor.answers.last?["id"] == "x")
    #expect(editor.answers.last?["error"]?["code"] == -32800)
  }

  @Test("a request that waits for the guide can be taken back")
  func waiting() async throws {
    let editor = try await Editor(Guides.small, starts: false)
    try editor.send([
      "jsonrpc": "2.0", "id": 1, "method": "initialize",
      "params": ["rootUri": .string(editor.uri("")), "capabilities": [:]],
    ])
    for id: JSONValue in [2, 3] {
      try editor.send([
        "jsonrpc": "2.0", "id": id, "method": "workspace/symbol", "params": ["query": "Deep"],
      ])
    }
    #expect(editor.answers.count == 1)
    try await editor.tell("$/cancelRequest", ["id": 2])
    try await editor.read()
    #expect(editor.answers.first { $0["id"] == 2 }?["error"]?["code"] == -32800)
    #expect(editor.answers.first { $0["id"] == 3 }?["result"]?.array?.count == 1)
  }

  @Test("files are watched where the client can do it")
  func watching() async throws {
    let editor = try await Editor(Guides.small)
    #expect(editor.heard.first?["method"] == "client/registerCapability")
  }

  @Test("bytes at random never end the server", arguments: 0..<20)
  func random(seed: Int) async throws {
    var numbers = SeededNumbers(seed: UInt64(seed + 99))
    let editor = try await Editor(Guides.small)
    try await editor.open("content/index.md")
    let methods = [
      "textDocument/completion", "textDocument/hover", "textDocument/definition",
      "textDocument/references", "textDocument/prepareRename", "textDocument/documentSymbol",
      "textDocument/foldingRange", "textDocument/documentLink",
    ]
    let pieces = ["[", "](", "# ", "\n", "😀", "---\n", "{", "}", "[^", "```\n", "é", "a: ", "- "]
    for _ in 0..<60 {
      func number(_ limit: Int) -> JSONValue {
        .integer(Int64(Int.random(in: -2...limit, using: &numbers)))
      }
      let place: JSONValue = ["line": number(30), "character": number(60)]
      let end: JSONValue = ["line": number(30), "character": number(60)]
      try await editor.tell(
        "textDocument/didChange",
        [
          "textDocument": ["uri": .string(editor.uri("content/index.md")), "version": 2],
          "contentChanges": [
            [
              "range": ["start": place, "end": end],
              "text": .string(pieces.randomElement(using: &numbers) ?? ""),
            ]
          ],
        ])
      let method = methods.randomElement(using: &numbers) ?? methods[0]
      let answer = try await editor.answer(
        method,
        [
          "textDocument": ["uri": .string(editor.uri("content/index.md"))],
          "position": ["line": number(30), "character": number(60)],
        ])
      #expect(answer["error"] == nil, "\(method): \(answer)")
    }
  }
}
