import Exporters
import JSON
import Patterns
import Testing

@Suite("What each provider wants, and what it cannot hear")
struct ProviderTests {
  private static func message(_ role: Message.Role, _ text: String) -> FilledMessage {
    FilledMessage(role: role, content: [.text(text)])
  }

  /// System text twice, two messages of the user in a row, and the assistant at the end.
  private static let mixed = FilledConversation(turns: [
    FilledTurn(
      id: "1",
      messages: [
        message(.system, "S1"), message(.user, "U1"), message(.user, "U2"),
        message(.assistant, "A1"), message(.system, "S2"), message(.user, "U3"),
        message(.assistant, "A2"),
      ])
  ])

  @Test("OpenAI hears every message where it stands, and a limit under its new name")
  func openAI() throws {
    let payload = try Payload(
      Self.mixed, for: .openai, settings: ExportSettings(model: "m", maximumTokens: 9))
    #expect(
      payload.json == [
        "model": "m",
        "messages": [
          ["role": "system", "content": "S1"], ["role": "user", "content": "U1"],
          ["role": "user", "content": "U2"], ["role": "assistant", "content": "A1"],
          ["role": "system", "content": "S2"], ["role": "user", "content": "U3"],
          ["role": "assistant", "content": "A2"],
        ],
        "max_completion_tokens": 9,
      ])
    #expect(payload.notes.isEmpty)
  }

  @Test("Responses gets leading system text as instructions and keeps nothing")
  func responses() throws {
    let payload = try Payload(Samples.answered, for: .responses)
    #expect(
      payload.json == [
        "model": "gpt-5.5", "instructions": "Be brief.",
        "input": [
          ["role": "user", "content": "Name a city."], ["role": "assistant", "content": "Rome"],
          ["role": "user", "content": "You said Rome. Why?"],
          ["role": "assistant", "content": "Because."], ["role": "user", "content": "Shorter."],
        ],
        "store": false,
      ])
  }

  @Test("Anthropic has one place for system text, roles in turns and the user last")
  func anthropic() throws {
    let payload = try Payload(Self.mixed, for: .anthropic)
    #expect(
      payload.json == [
        "model": "claude-opus-5-5", "max_tokens": 4096, "system": "S1\n\nS2",
        "messages": [
          [
            "role": "user",
            "content": [["type": "text", "text": "U1"], ["type": "text", "text": "U2"]],
          ],
          ["role": "assistant", "content": "A1"], ["role": "user", "content": "U3"],
        ],
      ])
    #expect(
      payload.notes == [
        "Anthropic has one place for system text: what comes later stands at the beginning too",
        "Anthropic takes no words of the assistant at the end of a request: they are left out",
      ])
  }

  @Test("Gemini calls the assistant model and is told its own model in the address")
  func gemini() throws {
    let payload = try Payload(
      Self.mixed, for: .gemini, settings: ExportSettings(model: "g", maximumTokens: 7))
    #expect(
      payload.json == [
        "systemInstruction": ["parts": [["text": "S1\n\nS2"]]],
        "contents": [
          ["role": "user", "parts": [["text": "U1"], ["text": "U2"]]],
          ["role": "model", "parts": [["text": "A1"]]],
          ["role": "user", "parts": [["text": "U3"]]],
        ],
        "generationConfig": ["maxOutputTokens": 7],
      ])
    #expect(payload.notes.count == 3)
    #expect(payload.notes.contains { $0.contains("/models/g:generateContent") })
  }

  @Test("Ollama is told not to stream")
  func ollama() throws {
    let conversation = FilledConversation(turns: [Samples.user("1", "Hi")])
    #expect(
      try Payload(conversation, for: .ollama, settings: ExportSettings(maximumTokens: 5)).json == [
        "model": "llama3.2", "messages": [["role": "user", "content": "Hi"]], "stream": false,
        "options": ["num_predict": 5],
      ])
  }

  @Test("Copilot hears only its user, turn by turn, and the rest is said to be left out")
  func copilot() throws {
    var conversation = Samples.answered
    conversation.turns.append(Samples.user("4", "Back.", forkOf: "2"))
    let payload = try Payload(
      conversation, for: .m365Copilot, settings: ExportSettings(model: "m"))
    #expect(payload.requests.map(\.turn) == ["1", "2", "3", "4"])
    #expect(
      payload.requests[0].body == [
        "message": ["text": "Name a city."], "locationHint": ["timeZone": "UTC"],
      ])
    let left = ["system text", "cannot go back", "chooses its model", "answer to turn 2"]
    for words in left { #expect(payload.notes.contains { $0.contains(words) }, "\(words)") }
  }

  @Test("every format has a summary, and those of requests a provider")
  func formats() {
    #expect(ExportFormat.allCases.count == 15)
    #expect(ExportFormat.allCases.compactMap(\.provider) == Provider.allCases)
    #expect(Set(ExportFormat.allCases.map(\.summary)).count == 15)
  }
}
