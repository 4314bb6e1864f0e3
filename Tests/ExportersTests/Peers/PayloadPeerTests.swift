import ByteText
import Exporters
import JSON
import Patterns
import Testing

@Suite("Requests as the providers' own packages check them")
struct PayloadPeerTests {
  @Test(
    "every request is one", .enabled(if: PeerPackages.arePresent, PeerPackages.absent))
  func accepted() throws {
    let values = Samples.nasty.joined(separator: "\n")
    let conversations = [
      Samples.open, Samples.answered,
      Samples.fill(
        Samples.classifier.variants[0],
        ["role": values, "language": "English", "input": values, "tone": "{{"]),
      Samples.fill(Samples.conversation.variants[0], ["high_level_request": "x", "refine": "y"]),
      FilledConversation(turns: [
        Samples.user("1", "One"), Samples.user("2", "Two"), Samples.user("3", "Three", forkOf: "2"),
      ]),
    ]
    var questions: [[String]] = []
    for provider in Provider.allCases {
      for conversation in conversations {
        for maximum in [nil, 50] {
          let settings = ExportSettings(maximumTokens: maximum)
          for request in try Payload(conversation, for: provider, settings: settings).requests {
            questions.append([provider.rawValue, text(request.body)])
          }
        }
      }
    }
    let answers = try PeerPackages.answers("payloads.py", questions, as: [String].self)
    #expect(answers.count == questions.count && questions.count > 60)
    for (question, problems) in zip(questions, answers) {
      #expect(problems.isEmpty, "\(question)")
    }
  }

  @Test(
    "what is wrong with a request is found",
    .enabled(if: PeerPackages.arePresent, PeerPackages.absent))
  func refused() throws {
    let wrong: [[String]] = [
      ["openai", #"{"model":"x","messages":[{"role":"user","content":"u","id":1}]}"#],
      ["openai", #"{"model":"x","messages":[{"role":"model","content":"u"}]}"#],
      ["openai", #"{"model":"x","messages":[{"role":"user","content":"u"}],"max":1}"#],
      ["responses", #"{"model":"x","input":[{"role":"user","text":"u"}]}"#],
      ["responses", #"{"model":"x","input":"u","messages":[]}"#],
      ["anthropic", #"{"model":"x","messages":[{"role":"user","content":"u"}]}"#],
      [
        "anthropic",
        #"{"model":"x","max_tokens":1,"messages":[{"role":"user","content":[{"text":"u"}]}]}"#,
      ],
      [
        "anthropic",
        #"{"model":"x","max_tokens":1,"messages":[{"role":"assistant","content":"u"}]}"#,
      ],
      ["gemini", #"{"contents":[{"role":"assistant","parts":[{"text":"u"}]}]}"#],
      ["gemini", #"{"contents":[{"role":"user","parts":[{"content":"u"}]}]}"#],
      ["gemini", #"{"model":"x","contents":[{"role":"user","parts":[{"text":"u"}]}]}"#],
      ["ollama", #"{"model":"x","messages":[{"role":"user","text":"u"}]}"#],
      ["m365-copilot", #"{"message":{"text":"u"}}"#],
    ]
    let answers = try PeerPackages.answers("payloads.py", wrong, as: [String].self)
    for (question, problems) in zip(wrong, answers) {
      #expect(!problems.isEmpty, "\(question)")
    }
  }

  private func text(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.value(value)
    return writer.finish().withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
