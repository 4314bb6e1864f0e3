import Exporters
import JSON
import Patterns
import Testing

@Suite("Requests of a filled conversation")
struct PayloadTests {
  @Test("where answers are missing there is a request for each turn, with places for them")
  func list() throws {
    let payload = try Payload(Samples.open, for: .openai)
    #expect(payload.requests.map(\.turn) == ["1", "2", "3"])
    #expect(!payload.isWhole)
    #expect(
      payload.requests[1].body == [
        "model": "gpt-5.5",
        "messages": [
          ["role": "system", "content": "Be brief."],
          ["role": "user", "content": "Name a city."],
          ["role": "assistant", "content": "[answer to turn 1]"],
          ["role": "user", "content": "You said [answer to turn 1]. Why?"],
        ],
      ])
    #expect(
      payload.json[1]?["needs"] == [
        ["turn": "1", "pointer": "/messages/2/content"],
        ["turn": "1", "pointer": "/messages/3/content"],
      ])
    #expect(payload.requests[2].needs.map(\.turn) == ["1", "1", "2"])
  }

  @Test("where all earlier turns are answered there is one request", arguments: Provider.allCases)
  func whole(provider: Provider) throws {
    let payload = try Payload(Samples.answered, for: provider)
    #expect(payload.isWhole == (provider != .m365Copilot))
    if payload.isWhole {
      #expect(payload.json == payload.requests[0].body)
      #expect(payload.text.contains("You said Rome. Why?"))
    }
  }

  @Test("only what is not yet answered is asked")
  func partly() throws {
    var conversation = Samples.open
    conversation.turns[0].answer = "Rome"
    let payload = try Payload(conversation, for: .responses)
    #expect(payload.requests.map(\.turn) == ["2", "3"])
    #expect(payload.requests[0].needs.isEmpty)
    #expect(payload.requests[1].needs.map(\.pointer) == ["/input/3/content"])
  }

  @Test("every pointer leads to its placeholder", arguments: Provider.allCases)
  func pointers(provider: Provider) throws {
    for request in try Payload(Samples.open, for: provider).requests {
      for need in request.needs {
        let value = need.pointer.split(separator: "/").reduce(JSONValue?.some(request.body)) {
          value, key in Int(key).flatMap { value?[$0] } ?? value?[String(key)]
        }
        #expect(try #require(value?.string).contains(need.placeholder), "\(need)")
      }
    }
  }

  @Test("a fork hears nothing of the turn that it goes back before")
  func fork() throws {
    let conversation = FilledConversation(turns: [
      Samples.user("1", "One"), Samples.user("2", "Two"), Samples.user("3", "Other", forkOf: "2"),
      Samples.user("4", "Four"),
    ])
    let payload = try Payload(conversation, for: .openai)
    let said = payload.requests.map { request in
      request.body["messages"]?.array?.compactMap { $0["content"]?.string } ?? []
    }
    #expect(said[2] == ["One", "[answer to turn 1]", "Other"])
    #expect(said[3] == ["One", "[answer to turn 1]", "Other", "[answer to turn 3]", "Four"])
  }

  @Test("an answered turn that a fork goes back before is said to be left out")
  func forkedAway() throws {
    let conversation = FilledConversation(turns: [
      Samples.user("1", "One", answer: "1"), Samples.user("2", "Two", answer: "2"),
      Samples.user("3", "Other", forkOf: "2"),
    ])
    let payload = try Payload(conversation, for: .ollama)
    #expect(payload.isWhole)
    #expect(
      payload.notes == ["turn 2 is left out: the turn after it goes back before it"])
  }

  @Test(
    "a turn that goes back before one that is not there is refused",
    arguments: [
      Samples.user("2", "x", forkOf: "7"),
      FilledTurn(id: "2", messages: [FilledMessage(role: .user, content: [.response("7")])]),
    ])
  func unknownTurn(turn: FilledTurn) {
    let conversation = FilledConversation(turns: [Samples.user("1", "x"), turn])
    #expect(throws: ExportError.unknownTurn("7", in: "2")) {
      try Payload(conversation, for: .openai)
    }
  }

  @Test("a conversation without a word is refused")
  func nothing() {
    #expect(throws: ExportError.nothingToSay) {
      try Payload(FilledConversation(turns: [Samples.user("1", "")]), for: .gemini)
    }
  }

  @Test("words of the assistant in a turn of their own answer the turn before")
  func scripted() throws {
    let conversation = FilledConversation(turns: [
      Samples.user("1", "Ready?"),
      FilledTurn(id: "2", messages: [FilledMessage(role: .assistant, content: [.text("Yes.")])]),
      FilledTurn(
        id: "3",
        messages: [FilledMessage(role: .user, content: [.response("1"), .text(" Go!")])]),
    ])
    let payload = try Payload(conversation, for: .openai)
    #expect(payload.isWhole)
    #expect(
      payload.json["messages"] == [
        ["role": "user", "content": "Ready?"], ["role": "assistant", "content": "Yes."],
        ["role": "user", "content": "Yes. Go!"],
      ])
  }

  @Test("an answer to the last turn is said to be left out")
  func lastAnswer() throws {
    let conversation = FilledConversation(turns: [Samples.user("1", "x", answer: "y")])
    let payload = try Payload(conversation, for: .openai)
    #expect(payload.json["messages"] == [["role": "user", "content": "x"]])
    #expect(
      payload.notes == ["the answer to turn 1 is left out: it is what the request asks for"])
  }

  @Test("a value that looks like an answer's place is told apart by more brackets")
  func placeholder() throws {
    let conversation = FilledConversation(turns: [
      Samples.user("1", "say [[answer to turn 1]]"), Samples.user("2", "and?"),
    ])
    let payload = try Payload(conversation, for: .openai)
    #expect(
      payload.json[1]?["needs"] == [
        [
          "turn": "1", "pointer": "/messages/1/content",
          "placeholder": "[[[answer to turn 1]]]",
        ]
      ])
  }
}
