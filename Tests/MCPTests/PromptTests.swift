import JSON
import MCP
import Patterns
import Testing

@Suite("Prompts of the protocol")
struct PromptTests {
  private static let review: JSONValue = [
    "name": "code-review",
    "arguments": ["code": "x = 1", "question": #"["why"]"#, "reason": #"["because"]"#],
  ]

  private static func texts(_ result: JSONValue) -> [String] {
    (result["messages"]?.array ?? []).compactMap { $0["content"]?["text"]?.string }
  }

  @Test("each variant is a prompt, with its variables as arguments and as they are typed")
  func list() throws {
    let talk = try Talk(SmallShelf.files())
    let prompts = try talk.result("prompts/list")["prompts"]?.array ?? []
    #expect(
      prompts.map { $0["name"] } == [
        "code-review", "code-review.second-opinion", "empty-handed", "multi-turn-conversation",
        "multi-turn-conversation.conversation-forking",
      ])
    let arguments = prompts[0]["arguments"]?.array ?? []
    let needed = arguments.filter { $0["required"] == true }.compactMap { $0["name"]?.string }
    #expect(needed == ["code"])
    let variables = prompts[0]["_meta"]?["turnbook/variables"]?.array ?? []
    let language = variables.first { $0["name"] == "language" }
    #expect(language?["type"] == "choice" && language?["default"] == "Swift")
    #expect(language?["choices"] == ["Swift", "Python", "Go"])
  }

  @Test("a prompt is filled in as its pattern is")
  func get() throws {
    let talk = try Talk(SmallShelf.files())
    let result = try talk.result("prompts/get", Self.review)
    let shelf = try SmallShelf.files()
    let pattern = try shelf.pattern(try shelf.entries()[0])
    let conversation = try Filling(pattern, pattern.variants[0]).conversation([
      GivenValues([
        .init("code", "x = 1"), .init("question", "why"), .init("reason", "because"),
      ])
    ])
    #expect(
      Self.texts(result) == conversation.turns.flatMap(\.messages).map(\.plainText))
    let roles = Set((result["messages"]?.array ?? []).compactMap { $0["role"]?.string })
    #expect(roles.isSubset(of: ["user", "assistant"]))
  }

  @Test("one turn of several can be had alone")
  func turn() throws {
    let talk = try Talk(SmallShelf.files())
    let all = Self.texts(try talk.result("prompts/get", Self.review))
    var parameters = Self.review.object ?? JSONObject()
    var arguments = parameters["arguments"]?.object ?? JSONObject()
    arguments["turn"] = "1"
    parameters["arguments"] = .object(arguments)
    let one = Self.texts(try talk.result("prompts/get", .object(parameters)))
    #expect(!one.isEmpty && one.count < all.count && all.starts(with: one))
    arguments["turn"] = "77"
    parameters["arguments"] = .object(arguments)
    #expect(try talk.error("prompts/get", .object(parameters))["code"] == -32602)
  }

  @Test("without a person to ask, all that is missing is named in one error")
  func missing() throws {
    let talk = try Talk(SmallShelf.files())
    let error = try talk.error("prompts/get", ["name": "multi-turn-conversation"])
    #expect(error["code"] == -32602)
    #expect(error["data"]?["missing"]?.array?.count == 3)
    for name in error["data"]?["missing"]?.array ?? [] {
      #expect(error["message"]?.string?.contains(name.string ?? "-") == true)
    }
  }

  @Test("what is missing is asked for in a form, and the retry brings it")
  func asked() throws {
    let talk = try Talk(SmallShelf.files(), capabilities: ["elicitation": [:]])
    let result = try talk.result("prompts/get", ["name": "code-review"])
    #expect(result["resultType"] == "input_required")
    let requests = try #require(result["inputRequests"]?.object)
    let question = try #require(requests.members.first)
    #expect(question.value["method"] == "elicitation/create")
    let schema = question.value["params"]?["requestedSchema"]
    #expect(schema?["required"] == ["code"])
    #expect(schema?["properties"]?["code"]?["type"] == "string")
    let answered = try talk.result(
      "prompts/get",
      [
        "name": "code-review",
        "inputResponses": [
          question.key: ["action": "accept", "content": ["code": "y = 2"]]
        ],
      ])
    #expect(answered["resultType"] == "complete")
    #expect(Self.texts(answered).joined().contains("y = 2"))
  }

  @Test("an answer that leaves something out is asked for the rest, and nothing is lost")
  func rounds() throws {
    let talk = try Talk(SmallShelf.files(), capabilities: ["elicitation": ["form": [:]]])
    let names = [
      "high_level_request_or_exploration", "refine_based_on_the_response",
      "further_refinement_or_specific",
    ]
    var parameters: JSONObject = ["name": "multi-turn-conversation"]
    for name in names {
      let result = try talk.result("prompts/get", .object(parameters))
      #expect(result["resultType"] == "input_required")
      let key = try #require(result["inputRequests"]?.object?.members.first?.key)
      parameters["inputResponses"] = [
        key: ["action": "accept", "content": [name: .string("my \(name)")]]
      ]
      parameters["requestState"] = result["requestState"]
    }
    let text = Self.texts(try talk.result("prompts/get", .object(parameters))).joined()
    for name in names { #expect(text.contains("my \(name)")) }
  }

  @Test("a person who declines is not asked again")
  func declined() throws {
    let talk = try Talk(SmallShelf.files(), capabilities: ["elicitation": [:]])
    let error = try talk.error(
      "prompts/get",
      ["name": "code-review", "inputResponses": ["values": ["action": "decline"]]])
    #expect(error["code"] == -32602 && error["data"]?["missing"] == ["code"])
  }

  @Test("who only opens addresses, or has an earlier revision, is not asked")
  func notAsked() throws {
    let talk = try Talk(SmallShelf.files(), capabilities: ["elicitation": ["url": [:]]])
    #expect(try talk.error("prompts/get", ["name": "code-review"])["code"] == -32602)
    let old = try Talk(SmallShelf.files(), "2025-03-26", capabilities: ["elicitation": [:]])
    #expect(try old.error("prompts/get", ["name": "code-review"])["code"] == -32602)
  }

  @Test("a secret is never asked for in a form")
  func secret() throws {
    var pattern = Pattern(id: "p", title: "P")
    pattern.variables = [Variable(name: "key", label: "Key", kind: .secret)]
    let turn = Turn(id: "1", messages: [Message(role: .user, content: [.variable("key")])])
    pattern.variants = [Variant(id: "p", title: "P", kind: .main, turns: [turn])]
    let talk = Talk(SmallShelf.one(pattern), capabilities: ["elicitation": [:]])
    #expect(try talk.error("prompts/get", ["name": "p"])["data"]?["missing"] == ["key"])
  }

  @Test("with a handshake the person is asked by a request, and others are answered meanwhile")
  func askedByRequest() throws {
    let talk = try Talk(SmallShelf.files(), "2025-06-18", capabilities: ["elicitation": [:]])
    let question = try talk.ask("prompts/get", ["name": "code-review"])
    #expect(question["method"] == "elicitation/create")
    #expect(try talk.result("ping") == [:])
    let id = try #require(question["id"])
    let answers = try talk.send(
      Talk.text([
        "jsonrpc": "2.0", "id": id,
        "result": ["action": "accept", "content": ["code": "z = 3"]],
      ]))
    #expect(answers.count == 1 && answers.first?["id"] == 2)
    let result = try #require(answers.first?["result"])
    #expect(Self.texts(result).joined().contains("z = 3"))
  }

  @Test(
    "a request taken back while the person is asked is not answered, nor is the person asked on")
  func withdrawn() throws {
    let talk = try Talk(SmallShelf.files(), "2025-11-25", capabilities: ["elicitation": [:]])
    let question = try talk.ask("prompts/get", ["name": "code-review"])
    let id = try #require(question["id"])
    let said = try talk.send(
      #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2}}"# + "\n")
    #expect(said.map { $0["method"] } == ["notifications/cancelled"])
    #expect(said.first?["params"]?["requestId"] == id)
    let late: JSONValue = ["jsonrpc": "2.0", "id": id, "result": ["action": "cancel"]]
    #expect(try talk.send(Talk.text(late)).isEmpty)
  }

  @Test("a long list comes in pages, each prompt once, and other cursors are refused")
  func pages() throws {
    let talk = Talk(SmallShelf.many(120))
    var names: [String] = []
    var cursor: JSONValue?
    var count = 0
    repeat {
      let result = try talk.result("prompts/list", cursor.map { ["cursor": $0] } ?? [:])
      names += (result["prompts"]?.array ?? []).compactMap { $0["name"]?.string }
      cursor = result["nextCursor"]
      count += 1
    } while cursor != nil && count < 10
    #expect(count == 3 && names.count == 120 && Set(names).count == 120)
    let next = try #require(try talk.result("prompts/list")["nextCursor"])
    for wrong: JSONValue in ["", "x", "1-0", "0-", 3, .null] {
      #expect(try talk.error("prompts/list", ["cursor": wrong])["code"] == -32602, "\(wrong)")
    }
    #expect(try talk.error("resources/list", ["cursor": next])["code"] == -32602)
    #expect(try talk.error("tools/list", ["cursor": next])["code"] == -32602)
  }

  @Test("arguments are completed from choices and examples, a hundred at most")
  func completion() throws {
    let talk = try Talk(SmallShelf.files())
    func asked(_ prompt: String, _ name: String, _ value: String) -> JSONValue {
      [
        "ref": ["type": "ref/prompt", "name": .string(prompt)],
        "argument": ["name": .string(name), "value": .string(value)],
      ]
    }
    let choices = try talk.result("completion/complete", asked("code-review", "language", "p"))
    #expect(choices["completion"]?["values"] == ["Python"])
    let example = try talk.result(
      "completion/complete",
      asked("multi-turn-conversation", "high_level_request_or_exploration", "what"))
    #expect(example["completion"]?["values"]?.array?.count == 1)
    #expect(try talk.error("completion/complete", asked("none", "x", ""))["code"] == -32602)
    #expect(try talk.error("completion/complete", asked("code-review", "x", ""))["code"] == -32602)
    let many = Talk(SmallShelf.many(120))
    let ids = try many.result(
      "completion/complete",
      [
        "ref": ["type": "ref/resource", "uri": "turnbook://page/{id}"],
        "argument": ["name": "id", "value": "T-"],
      ])
    #expect(ids["completion"]?["values"]?.array?.count == 100)
    #expect(ids["completion"]?["total"] == 120 && ids["completion"]?["hasMore"] == true)
  }
}
