import Conversation
import Fetch
import ProviderServer
import Providers
import Testing

@Suite("Answers of providers")
struct AnswerTests {
  private static let words = ["Zürich", ", ", "naïve ", "👩‍👩‍👧 \"quoted\"\n", "日本 \\ end"]

  @Test("an answer comes word by word, with all that is told of it", arguments: Speech.allCases)
  func streamed(speech: Speech) throws {
    let server = try ProviderServer(speech.says(Self.words))
    let asking = try Asking(speech, at: server.url)
    let answer = try #require(asking.answer, "\(String(describing: asking.failure))")
    #expect(answer.text == Self.words.joined())
    #expect(asking.texts.joined() == answer.text)
    #expect(answer.finish == .stop)
    #expect(answer.model == "m-1" && answer.requestID == "req_1")
    #expect(answer.usage?.input == 9 && answer.usage?.output == 3)
    let keeps = [.openai, .responses].contains(speech)
    #expect(answer.usage?.cached == (keeps ? 4 : nil))
    #expect((answer.responseID == nil) == (speech == .ollama))
    #expect(server.requests.count == 1)
  }

  @Test("where an answer is cut on its way means nothing", arguments: Speech.allCases, [1, 2, 7])
  func split(speech: Speech, count: Int) throws {
    let server = try ProviderServer(speech.says(Self.words).split(every: count))
    let asking = try Asking(speech, at: server.url)
    #expect(asking.answer?.text == Self.words.joined())
    #expect(asking.texts.allSatisfy { !$0.contains("\u{FFFD}") })
  }

  @Test("words are told when they come, not at the end", arguments: Speech.allCases)
  func atOnce(speech: Speech) throws {
    var answer = speech.says(["first", "second"])
    answer = answer.after(speech.opening + 1, .stall)
    let server = try ProviderServer(answer)
    let cancellation = Cancellation()
    let asking = try Asking(
      speech, at: server.url, cancellation: cancellation,
      onEvent: { if $0 == .text("first") { cancellation.cancel() } })
    server.stop()
    #expect(asking.failure?.reason == .cancelled)
    #expect(asking.failure?.partial == "first")
    #expect(asking.retries.isEmpty)
  }

  @Test("an answer in one piece is understood too", arguments: Speech.allCases)
  func whole(speech: Speech) throws {
    let server = try ProviderServer(speech.saysWhole("All \"at\" once"))
    let answer = try #require(try Asking(speech, at: server.url).answer)
    #expect(answer.text == "All \"at\" once")
    #expect(answer.finish == .stop && answer.usage?.input == 9 && answer.usage?.output == 3)
  }

  @Test(
    "why an answer ended is told in our words and the provider's",
    arguments: [
      (Speech.openai, "length", FinishReason.length), (.openai, "content_filter", .refusal),
      (.openai, "tool_calls", .other), (.responses, "max_output_tokens", .length),
      (.responses, "content_filter", .refusal), (.anthropic, "max_tokens", .length),
      (.anthropic, "stop_sequence", .stop), (.anthropic, "refusal", .refusal),
      (.anthropic, "model_context_window_exceeded", .length), (.anthropic, "pause_turn", .other),
      (.gemini, "MAX_TOKENS", .length), (.gemini, "SAFETY", .refusal),
      (.gemini, "RECITATION", .refusal), (.gemini, "OTHER", .other),
      (.ollama, "length", .length), (.ollama, "load", .other),
    ])
  func finish(speech: Speech, raw: String, reason: FinishReason) throws {
    let server = try ProviderServer(speech.says(["Some"], finish: raw))
    let answer = try #require(try Asking(speech, at: server.url).answer)
    #expect(answer.finish == reason && answer.rawFinish == raw && answer.text == "Some")
  }

  @Test("an answer is whole when its last event came, whatever the connection does after")
  func openEnd() throws {
    for speech in Speech.allCases {
      var answer = speech.says(["Yes"])
      answer.pieces.append(.cut)
      let server = try ProviderServer(answer)
      #expect(try Asking(speech, at: server.url).answer?.text == "Yes", "\(speech)")
    }
    // The last event says so, and nobody waits for the connection to end.
    for speech in Speech.allCases where speech != .gemini {
      var answer = speech.says(["Yes"])
      answer.pieces.append(.stall)
      let server = try ProviderServer(answer)
      #expect(try Asking(speech, at: server.url).answer?.text == "Yes", "\(speech)")
      server.stop()
    }
  }

  @Test("thoughts and what tools are given are no part of an answer")
  func thoughts() throws {
    let streams: [(Speech, String)] = [
      (
        .anthropic,
        #"{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"hm"}}"#
      ),
      (
        .anthropic,
        #"{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{"}}"#
      ),
      (.openai, #"{"choices":[{"index":0,"delta":{"reasoning_content":"hm"}}]}"#),
      (.openai, #"{"choices":[{"index":1,"delta":{"content":"another"}}]}"#),
      (.responses, #"{"type":"response.reasoning_text.delta","delta":"hm"}"#),
      (.responses, #"{"type":"response.of.another.day","delta":"hm"}"#),
      (.gemini, #"{"candidates":[{"content":{"parts":[{"text":"hm","thought":true}]}}]}"#),
    ]
    for (speech, event) in streams {
      var answer = speech.says(["Yes"])
      answer.pieces.insert(.bytes(Array("data: \(event)\n\n".utf8)), at: speech.opening)
      let server = try ProviderServer(answer)
      #expect(try Asking(speech, at: server.url).answer?.text == "Yes", "\(event)")
    }
  }
}
