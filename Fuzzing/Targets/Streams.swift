@testable import Conversation
@testable import DevServer
@testable import Fetch
@testable import JSON
@testable import MCP
@testable import Patterns
@testable import Providers

extension Target {
  /// A request to the server of `turnbook serve`, one line for its first line and each header.
  static let requests = Target(name: "requests") { input in
    let lines = input.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    let first = lines[0].split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    let target = first.count > 1 ? String(first[1]) : "/"
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let headers = lines.dropFirst().map { line in
      let pair = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let value = pair.count > 1 ? String(pair[1].drop { $0 == " " }) : ""
      return HTTPRequest.Header(String(pair[0]), value)
    }
    let request = HTTPRequest(
      String(first[0]), parts.first.map(String.init) ?? "/",
      query: parts.count > 1 ? String(parts[1]) : nil, headers: headers)
    var answers = SiteAnswers(
      session: "s", hosts: AllowedHosts(), script: Array("live()".utf8))
    answers.site = ServedSite(basePath: "/guide/") { path in
      let names = path.split(separator: "/", omittingEmptySubsequences: false)
      require(!path.hasPrefix("/") && !names.contains(".."), "\(path) leads out of the site")
      require(!path.utf8.contains(0), "a path holds NUL")
      return path.hasSuffix("a.html") ? .bytes(Array("<body>text</body>".utf8)) : nil
    }
    let answer = answers.answer(request)
    require((200..<600).contains(answer.status), "status \(answer.status)")
    for header in answer.headers {
      require(!header.value.utf8.contains { $0 < 0x20 }, "\(header.name) holds a control character")
    }
  }

  /// The answer of a provider, whole and in pieces.
  static let eventStreams = Target(name: "event-streams") { input in
    let choice = Choice(input)
    let bytes = choice.rest
    var one = ServerSentEvents(lineLimit: 4096, eventLimit: 8192)
    var other = one
    let whole = events { (found) throws(StreamFault) in
      try one.push(bytes, into: &found)
      try one.finish(into: &found)
    }
    let pieces = events { (found) throws(StreamFault) in
      for start in stride(from: 0, to: bytes.count, by: choice.number % 7 + 1) {
        let end = min(start + choice.number % 7 + 1, bytes.count)
        try other.push(Array(bytes[start..<end]), into: &found)
      }
      try other.finish(into: &found)
    }
    require(whole == pieces, "events depend on how their bytes came")
    let formats: [any AnswerFormat.Type] = [
      AnthropicAnswer.self, OpenAIChatAnswer.self, OpenAIResponsesAnswer.self, GeminiAnswer.self,
      OllamaAnswer.self,
    ]
    var reader = AnswerReader(formats[choice.number % formats.count])
    reader.begin(ExchangeHead(status: choice.has(bit: 7) ? 500 : 200))
    if reader.take(bytes) { reader.finish(isWhole: choice.has(bit: 6)) }
    _ = reader.takeFresh()
  }

  private static func events(
    _ body: (inout [ServerSentEvent]) throws(StreamFault) -> Void
  ) -> [ServerSentEvent] {
    var found: [ServerSentEvent] = []
    try? body(&found)
    return found
  }

  /// Messages of a client, in two pieces. What the server says is always JSON.
  static let mcp = Target(name: "mcp") { input in
    let choice = Choice(input)
    var server = MCPServer(shelf, version: "1", longestMessage: 1 << 16)
    let cut = min(choice.number, choice.rest.count)
    var said = server.receive(Array(choice.rest[..<cut]))
    said += server.receive(Array(choice.rest[cut...]))
    said += server.finish()
    for line in said.split(separator: 0x0A) {
      require((try? JSONValue(parsing: Array(line))) != nil, "an answer is no JSON")
    }
  }

  private static var shelf: PatternShelf {
    var pattern = Pattern(id: "a", title: "A")
    var variable = Variable(name: "b", label: "b")
    variable.isRequired = true
    pattern.variables = [variable]
    var turn = Turn(id: "1")
    turn.messages = [Message(role: .user, content: [.text("Say "), .variable("b")])]
    pattern.variants = [Variant(id: "a", title: "A", kind: .main, turns: [turn])]
    let entry = PatternIndex.Entry(pattern, file: [])
    return PatternShelf(
      entries: { [entry] }, pattern: { _ in pattern }, file: { _ in [0x7B, 0x7D] })
  }
}
