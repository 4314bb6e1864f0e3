import JSON
import MCP
import Testing

@Suite("Messages that are none, or too many, or taken back")
struct MessageTests {
  @Test(
    "what is no message is answered by its error",
    arguments: [
      ("{", -32700), ("nonsense", -32700), ("{\"a\":}", -32700), ("1", -32600), ("null", -32600),
      ("{}", -32600), (#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1}"#, -32600), (#"{"jsonrpc":"2.0","id":1,"method":2}"#, -32600),
      (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1,"method":"ping","params":[1]}"#, -32600), ("[]", -32600),
      (#"{"jsonrpc":"2.0","id":1,"method":"nothing/here"}"#, -32601),
    ])
  func malformed(line: String, code: Int) throws {
    let talk = try Talk(SmallShelf.files(), "2025-11-25")
    let answers = try talk.send(line + "\n")
    #expect(answers.count == 1)
    #expect(answers.first?["error"]?["code"] == .integer(Int64(code)), "\(answers)")
    #expect(try talk.result("ping") == [:])
  }

  @Test("bytes that are no text, blank lines and line ends of Windows are survived")
  func bytes() throws {
    let talk = try Talk(SmallShelf.files(), "2025-11-25")
    let broken =
      Array(#"{"jsonrpc":"2.0","id":1,"method":""#.utf8) + [0xFF, 0xC0] + Array("\"}\n".utf8)
    #expect(try talk.send(broken).first?["error"]?["code"] == -32700)
    #expect(try talk.send("\n  \r\n\t\n").isEmpty)
    let ping = talk.line("ping", id: "a").dropLast() + "\r\n"
    #expect(try talk.send(String(ping)).first?["id"] == "a")
  }

  @Test("a message may come in pieces, and the last without its end")
  func pieces() throws {
    let talk = try Talk(SmallShelf.files(), "2025-11-25")
    let line = Array(talk.line("ping", id: "a").utf8)
    for byte in line.dropLast() { #expect(try talk.send([byte]).isEmpty) }
    #expect(try talk.end().first?["id"] == "a")
  }

  @Test("a line that is too long is refused, and what follows is read")
  func tooLong() throws {
    let talk = try Talk(SmallShelf.files(), "2025-11-25", longestMessage: 1_000)
    for _ in 0..<10 { #expect(try talk.send([UInt8](repeating: 0x20, count: 500)).isEmpty) }
    let answers = try talk.send("\n" + talk.line("ping", id: 7))
    #expect(answers.map { $0["error"]?["code"] } == [-32600, nil])
    #expect(answers.last?["id"] == 7)
  }

  @Test("notifications and answers to nothing are never answered")
  func silent() throws {
    let talk = try Talk(SmallShelf.files(), "2025-11-25")
    for line in [
      #"{"jsonrpc":"2.0","method":"nothing"}"#,
      #"{"jsonrpc":"2.0","method":"tools/call","params":3}"#,
      #"{"jsonrpc":"2.0","id":9,"result":{}}"#, #"{"jsonrpc":"2.0","id":null,"error":{}}"#,
      #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":4}}"#,
    ] {
      #expect(try talk.send(line + "\n").isEmpty, "\(line)")
    }
  }

  @Test("only 2025-03-26 has batches")
  func batches() throws {
    let text =
      #"[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"x"},3]"# + "\n"
    let talk = try Talk(SmallShelf.files(), "2025-03-26")
    let answers = try talk.send(text)
    #expect(answers.count == 1)
    #expect(answers.first?[0]?["id"] == 1 && answers.first?[1]?["error"]?["code"] == -32600)
    #expect(answers.first?.array?.count == 2)
    #expect(try talk.send(#"[{"jsonrpc":"2.0","method":"x"}]"# + "\n").isEmpty)
    let later = try Talk(SmallShelf.files(), "2025-06-18")
    #expect(try later.send(text).first?["error"]?["code"] == -32600)
  }

  @Test("a request that is taken back before its turn came is not answered")
  func cancelled() throws {
    let talk = try Talk(SmallShelf.files(), "2025-11-25")
    let text =
      talk.line("tools/list", id: 1) + talk.line("tools/list", id: 2)
      + #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}"# + "\n"
      + talk.line("ping", id: 3)
    #expect(try talk.send(text).map { $0["id"] } == [2, 3])
  }

  @Test("deep nesting is refused, not recursed into")
  func deep() throws {
    let talk = try Talk(SmallShelf.files(), "2025-11-25")
    let text = String(repeating: "[", count: 100_000) + "\n"
    #expect(try talk.send(text).first?["error"]?["code"] == -32700)
  }
}
