import Conversation
import Fetch
import ProviderServer
import Providers
import Testing

@Suite("What a provider does on a bad day")
struct BadDayTests {
  struct Day: Sendable, CustomTestStringConvertible {
    var speech: Speech
    var answer: ServerAnswer
    var reason: ProviderFailure.Reason
    /// How often it is asked in all.
    var attempts: Int
    var words: String
    var help: String

    init(
      _ speech: Speech, _ answer: ServerAnswer, _ reason: ProviderFailure.Reason, attempts: Int = 1,
      _ words: String, _ help: String
    ) {
      self.speech = speech
      self.answer = answer
      self.reason = reason
      self.attempts = attempts
      self.words = words
      self.help = help
    }

    var testDescription: String { "\(speech) \(answer.status) \(words)" }
  }

  static let refusals = [
    Day(
      .openai,
      Speech.openai.fails(
        401, kind: "invalid_request_error", code: "invalid_api_key",
        "Incorrect API key provided: \(Asking.key)."),
      .unauthorized, "OpenAI does not accept the key (401): Incorrect API key provided: (key)",
      "set OPENAI_API_KEY to a key that is valid there"),
    Day(
      .anthropic, Speech.anthropic.fails(401, kind: "authentication_error", "invalid x-api-key"),
      .unauthorized, "Anthropic does not accept the key (401): invalid x-api-key",
      "set ANTHROPIC_API_KEY to"),
    Day(
      .gemini,
      Speech.gemini.fails(
        400, kind: "INVALID_ARGUMENT",
        code: #"{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}"#,
        "API key not valid."),
      .unauthorized, "Gemini does not accept the key (400): API key not valid",
      "set GEMINI_API_KEY or GOOGLE_API_KEY to"),
    Day(
      .anthropic, Speech.anthropic.fails(403, kind: "permission_error", "not yours"), .forbidden,
      "Anthropic does not allow this (403): not yours", "whether the key may use \"m-1\""),
    Day(
      .openai,
      Speech.openai.fails(
        404, kind: "invalid_request_error", code: "model_not_found",
        "The model `m-1` does not exist"),
      .unknownModel, "OpenAI has no model \"m-1\" (404)", "--model"),
    Day(
      .anthropic, Speech.anthropic.fails(404, kind: "not_found_error", "model: m-1"),
      .unknownModel, "Anthropic has no model \"m-1\" (404)", "--model"),
    Day(
      .gemini,
      Speech.gemini.fails(404, kind: "NOT_FOUND", "models/m-1 is not found for API version v1beta"),
      .unknownModel, "Gemini has no model \"m-1\" (404)", "--model"),
    Day(
      .ollama, Speech.ollama.fails(404, "model 'm-1' not found"), .unknownModel,
      "Ollama has no model \"m-1\" (404)", "ollama pull m-1"),
    Day(
      .openai,
      Speech.openai.fails(
        400, kind: "invalid_request_error", code: "context_length_exceeded",
        "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens."
      ),
      .tooLong(tokens: 9000, limit: 8192),
      "the conversation is too long for \"m-1\": 9000 tokens, and it takes 8192", "summarised"),
    Day(
      .openai,
      Speech.openai.fails(
        400, kind: "BadRequestError",
        "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens"),
      .tooLong(tokens: 5000, limit: 4096), "5000 tokens", "leave out earlier turns"),
    Day(
      .openai,
      ServerAnswer(
        status: 400,
        #"{"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error","n_prompt_tokens":900,"n_ctx":512}}"#
      ),
      .tooLong(tokens: 900, limit: 512), "900 tokens", "leave out earlier turns"),
    Day(
      .responses,
      Speech.responses.fails(
        400, kind: "invalid_request_error", code: "context_length_exceeded",
        "Your input exceeds the context window of this model."),
      .tooLong(tokens: nil, limit: nil), "the conversation is too long for \"m-1\"", "leave out"),
    Day(
      .anthropic,
      Speech.anthropic.fails(
        400, kind: "invalid_request_error", "prompt is too long: 210000 tokens > 200000 maximum"),
      .tooLong(tokens: 210_000, limit: 200_000), "210000 tokens", "leave out"),
    Day(
      .anthropic,
      Speech.anthropic.fails(
        400, kind: "invalid_request_error",
        "input length and `max_tokens` exceed context limit: 188240 + 21333 > 200000, decrease input length"
      ),
      .tooLong(tokens: 209_573, limit: 200_000), "209573 tokens", "leave out"),
    Day(
      .anthropic,
      Speech.anthropic.fails(413, kind: "request_too_large", "Request exceeds the maximum size"),
      .tooLong(tokens: nil, limit: nil), "too long", "leave out"),
    Day(
      .gemini,
      Speech.gemini.fails(
        400, kind: "INVALID_ARGUMENT",
        "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576)."),
      .tooLong(tokens: 1_200_000, limit: 1_048_576), "1200000 tokens", "leave out"),
    Day(
      .ollama, Speech.ollama.fails(400, "input length exceeds the context length"),
      .tooLong(tokens: nil, limit: nil), "too long", "leave out"),
    Day(
      .responses,
      Speech.responses.fails(
        400, kind: "invalid_request_error", code: "previous_response_not_found",
        parameter: "previous_response_id", "Previous response with id 'resp_0' not found."),
      .unknownPreviousResponse, "no longer has the response to go on from", "whole conversation"),
    Day(
      .anthropic, Speech.anthropic.fails(400, kind: "invalid_request_error", "messages: bad"),
      .badRequest, "Anthropic does not understand the request (400): messages: bad", "--dry-run"),
    Day(
      .openai,
      Speech.openai.fails(
        429, kind: "insufficient_quota", code: "insufficient_quota",
        "You exceeded your current quota"),
      .quotaExhausted, "nothing is left of the quota at OpenAI (429)", "payment"),
    Day(
      .anthropic,
      Speech.anthropic.fails(400, kind: "invalid_request_error", "Your credit balance is too low"),
      .quotaExhausted, "nothing is left of the quota at Anthropic", "payment"),
    Day(
      .anthropic, Speech.anthropic.fails(429, kind: "rate_limit_error", "spend limit"),
      .spendLimit, "the limit of what may be spent at Anthropic is reached (429)", "raise the limit"
    ),
    Day(
      .gemini,
      Speech.gemini.fails(
        429, kind: "RESOURCE_EXHAUSTED",
        code:
          #"{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaId":"GenerateRequestsPerDayPerProject"}]}"#,
        "Quota exceeded"),
      .quotaExhausted, "nothing is left of the quota at Gemini", "payment"),
    Day(
      .openai, ServerAnswer(status: 403, type: "text/html", "<html>Sign in</html>"),
      .foreign(mediaType: "text/html"), "this is no answer of OpenAI but text/html (403)", "proxy"),
    Day(
      .gemini, ServerAnswer(status: 200, type: "text/html; charset=utf-8", "<html>Sign in</html>"),
      .foreign(mediaType: "text/html"), "this is no answer of Gemini but text/html", "proxy"),
    Day(
      .openai, ServerAnswer(status: 200, "{\"choices\":[{\"message\":"),
      .malformed("the text ends inside an object"), "cannot be read", "ask again"),
    Day(
      .anthropic,
      ServerAnswer(
        status: 200, type: "text/event-stream", "event: message_start\ndata: {\"type\":}\n\n"),
      .malformed(
        "a value is expected here: an object, an array, a string, a number, true, false or null"),
      "cannot be read", "ask again"),
    Day(
      .ollama, ServerAnswer(status: 200, type: "application/x-ndjson", "nonsense\n"),
      .malformed(
        "a value is expected here: an object, an array, a string, a number, true, false or null"),
      "cannot be read", "ask again"),
    Day(
      .gemini,
      ServerAnswer(
        status: 200, type: "text/event-stream",
        "data: {\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}\n\n"),
      .refused("SAFETY"), "Gemini refuses to answer (SAFETY)", "other words"),
    Day(
      .anthropic, Speech.anthropic.says([], finish: "refusal"), .refused("refusal"),
      "Anthropic refuses to answer (refusal)", "other words"),
    Day(
      .openai, Speech.openai.says([], finish: "length"), .empty(finish: "length"),
      "OpenAI answered without a word (length)", "more tokens"),
    Day(
      .ollama, ServerAnswer(status: 200, type: "application/x-ndjson", ""), .empty(finish: nil),
      "Ollama answered without a word", "ask again"),
    Day(
      .openai, ServerAnswer(status: 404, type: "text/html", "<html>404</html>"),
      .notFound(address: ""), "there is nothing at http://127.0.0.1", "/v1"),
  ]

  static let passing = [
    Day(
      .openai,
      Speech.openai.fails(429, kind: "requests", code: "rate_limit_exceeded", "Rate limit reached"),
      .rateLimited(wait: nil), attempts: 3, "OpenAI was asked too often (429)", "in a minute"),
    Day(
      .anthropic,
      Speech.anthropic.fails(
        429, kind: "rate_limit_error", "slow down", headers: [("retry-after", "2")]),
      .rateLimited(wait: .seconds(2)), attempts: 3, "Anthropic was asked too often", "in 2 s"),
    Day(
      .gemini,
      Speech.gemini.fails(
        429, kind: "RESOURCE_EXHAUSTED",
        code: #"{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"7s"}"#,
        "Quota exceeded"),
      .rateLimited(wait: .seconds(7)), attempts: 3, "Gemini was asked too often", "in 7 s"),
    Day(
      .openai, Speech.openai.fails(500, kind: "server_error", "oops"), .serverError, attempts: 3,
      "OpenAI failed (500): oops", "support wants to know req_2"),
    Day(
      .gemini, Speech.gemini.fails(503, kind: "UNAVAILABLE", "The model is overloaded."),
      .overloaded, attempts: 3, "Gemini is overloaded (503)", "in a minute"),
    Day(
      .anthropic, Speech.anthropic.fails(529, kind: "overloaded_error", "Overloaded"), .overloaded,
      attempts: 3, "Anthropic is overloaded (529)", "in a minute"),
    Day(
      .ollama, ServerAnswer(status: 502, type: "text/html", "<html>Bad Gateway</html>"),
      .serverError, attempts: 3, "Ollama failed (502)", "later"),
    Day(
      .openai, ServerAnswer.nothing, .connection(.connection(.broken(""))), attempts: 3,
      "OpenAI cannot be asked: the answer broke off", "ask again"),
  ]

  @Test("is told in words that say what to do", arguments: refusals + passing)
  func told(day: Day) throws {
    let server = try ProviderServer(day.answer)
    let asking = try Asking(day.speech, at: server.url)
    let failure = try #require(asking.failure, "\(String(describing: asking.answer))")
    switch (failure.reason, day.reason) {
    case (.notFound(let address), .notFound):
      #expect(address == server.url + "/v1/chat/completions")
    case (.connection(.connection(.broken)), .connection(.connection(.broken))): break
    default: #expect(failure.reason == day.reason)
    }
    #expect(failure.words.contains(day.words), "\(failure.words)")
    #expect(failure.help.contains(day.help), "\(failure.help)")
    #expect(failure.partial.isEmpty && asking.texts.isEmpty)
    #expect(failure.attempts == day.attempts && server.requests.count == day.attempts)
    #expect(asking.retries.count == day.attempts - 1 && asking.waits.count == day.attempts - 1)
    #expect(failure.status == (day.answer.framing == .none ? nil : day.answer.status))
    let all = "\(failure) \(failure.words) \(failure.help) \(asking.events)"
    #expect(!all.contains(Asking.key))
    var dumped = ""
    dump(failure, to: &dumped)
    #expect(!dumped.contains(Asking.key))
  }

  @Test("that passes is asked again, and says so", arguments: passing)
  func again(day: Day) throws {
    let server = try ProviderServer(day.answer, day.speech.says(["Back"]))
    let asking = try Asking(day.speech, at: server.url)
    #expect(asking.answer?.text == "Back")
    #expect(asking.waits.count == 1 && asking.retries.map(\.attempt) == [2])
    let notice = try #require(asking.retries.first)
    #expect(notice.wait == asking.waits[0])
    #expect(notice.words.hasSuffix("; trying again in \(asking.waits[0].inWords)"))
    #expect(server.requests[0].body == server.requests[1].body)
  }

  @Test("a connection that is cut before the first word is made anew", arguments: Speech.allCases)
  func cutEarly(speech: Speech) throws {
    let whole = speech.says(["Back"])
    let server = try ProviderServer(whole.after(speech.opening, .cut), whole)
    let asking = try Asking(speech, at: server.url)
    #expect(asking.answer?.text == "Back" && asking.texts == ["Back"])
    #expect(asking.waits == [.milliseconds(450)])
  }

  @Test(
    "an answer that is cut after its first word is kept and not asked for again",
    arguments: Speech.allCases, [ServerAnswer.Framing.chunked, .close])
  func cutLate(speech: Speech, framing: ServerAnswer.Framing) throws {
    var answer = speech.says(["One ", "two ", "three"]).after(speech.opening + 2, .cut)
    answer.framing = framing
    let server = try ProviderServer(answer)
    let asking = try Asking(speech, at: server.url)
    let failure = try #require(asking.failure)
    #expect(failure.reason == .cut && failure.partial == "One two " && failure.isRetryable)
    #expect(asking.texts.joined() == "One two " && failure.requestID == "req_1")
    #expect(server.requests.count == 1 && failure.help.contains("kept"))
  }

  @Test("an answer cut at any byte is whole or told to be cut", arguments: Speech.allCases)
  func cutAnywhere(speech: Speech) throws {
    let whole = speech.says(["Zü", "rich"])
    let bytes = whole.bytes
    var places = Array(stride(from: 1, to: bytes.count, by: 7))
    places += [bytes.count - 1]
    for place in places {
      var answer = whole
      answer.pieces = [.bytes(Array(bytes[..<place])), .cut]
      let server = try ProviderServer(answer)
      let asking = try Asking(speech, at: server.url, options: { $0.retries = 0 })
      if let answer = asking.answer {
        #expect(answer.text == "Zürich", "\(place)")
      } else {
        #expect(asking.failure?.reason == .cut, "\(place)")
        #expect("Zürich".hasPrefix(asking.failure?.partial ?? "x"))
      }
    }
  }

  @Test("a stream that stalls is given up, and what came is kept", arguments: Speech.allCases)
  func stall(speech: Speech) throws {
    let answer = speech.says(["One ", "two"]).after(speech.opening + 1, .stall)
    let server = try ProviderServer(answer)
    let asking = try Asking(
      speech, at: server.url, options: { $0.exchange.stallTimeout = .milliseconds(300) })
    server.stop()
    #expect(asking.failure?.reason == .connection(.stalled(.milliseconds(300))))
    #expect(asking.failure?.partial == "One " && asking.waits.isEmpty)
    #expect(asking.failure?.words.contains("nothing came for 300 ms") == true)
  }

  @Test("a stream that is slow but never stalls is read to its end")
  func slow() throws {
    var answer = Speech.anthropic.says(["One ", "two ", "three"])
    answer.pieces = answer.pieces.flatMap { [.pause(0.1), $0] }
    let server = try ProviderServer(answer)
    let asking = try Asking(
      .anthropic, at: server.url, options: { $0.exchange.stallTimeout = .seconds(20) })
    #expect(asking.answer?.text == "One two three")
  }

  @Test(
    "an error in the midst of a stream is told, and what came before it is kept",
    arguments: [
      (Speech.anthropic, 529, "overloaded_error", ProviderFailure.Reason.overloaded),
      (.anthropic, 429, "rate_limit_error", .spendLimit),
      (.openai, 500, "server_error", .serverError),
      (.responses, 500, "server_error", .serverError),
      (.gemini, 503, "UNAVAILABLE", .overloaded), (.ollama, 500, "", .serverError),
    ])
  func errorEvent(
    speech: Speech, status: Int, kind: String, reason: ProviderFailure.Reason
  ) throws {
    let event = speech.failsLater(status, kind: kind, "later")
    let late = speech.says(["One ", "two"]).after(speech.opening + 1, event)
    let server = try ProviderServer(late)
    let asking = try Asking(speech, at: server.url)
    #expect(asking.failure?.reason == reason && asking.failure?.partial == "One ")
    #expect(asking.failure?.status == 200 && asking.failure?.said == "later")
    #expect(asking.waits.isEmpty)
    // Before the first word it is asked again, if that can help.
    let early = speech.says(["Back"]).after(speech.opening, event)
    let other = try ProviderServer(early, speech.says(["Back"]))
    let again = try Asking(speech, at: other.url)
    #expect((again.answer?.text == "Back") == (reason != .spendLimit))
  }

  @Test("a response that fails in its own words is told")
  func failedResponse() throws {
    let event =
      #"data: {"type":"response.failed","response":{"id":"resp_1","status":"failed","error":{"code":"context_length_exceeded","message":"too much"}}}"#
    let server = try ProviderServer(
      ServerAnswer(status: 200, type: "text/event-stream", event + "\n\n"))
    let asking = try Asking(.responses, at: server.url)
    #expect(asking.failure?.reason == .tooLong(tokens: nil, limit: nil))
  }

  @Test("nobody at the address, no such host and no such certificate are told apart")
  func unreachable() throws {
    let refused = try Asking(.ollama, at: "http://127.0.0.1:1", key: nil)
    #expect(refused.failure?.reason == .connection(.connection(.refused)))
    #expect(refused.failure?.help == "start it with: ollama serve")
    #expect(refused.waits.isEmpty)
    let unknown = try Asking(.openai, at: "https://nowhere.invalid")
    #expect(unknown.failure?.reason == .connection(.connection(.unknownHost("nowhere.invalid"))))
    #expect(unknown.failure?.help.contains("online") == true && unknown.waits.isEmpty)
    let server = try ProviderServer(Speech.openai.says(["x"]))
    let plain = try Asking(.openai, at: "https://127.0.0.1:\(server.port)")
    guard case .connection(.connection(.handshake)) = plain.failure?.reason else {
      Issue.record("\(String(describing: plain.failure))")
      return
    }
    #expect(plain.failure?.help.contains("certificates") == true)
  }

  @Test("a key does not follow a redirect, and does not leave in the clear")
  func keyStays() throws {
    let other = try ProviderServer(Speech.openai.says(["stolen"]))
    for status in [301, 302, 303, 307, 308] {
      let server = try ProviderServer(
        ServerAnswer(status: status, "", headers: [("location", other.url + "/v1/x?q=1")]))
      let asking = try Asking(.openai, at: server.url)
      #expect(
        asking.failure?.reason
          == .connection(.redirected(status: status, to: other.url + "/v1/x")))
      #expect(asking.failure?.help.contains("keys are not sent after it") == true)
      #expect(server.requests.count == 1)
    }
    #expect(other.requests.isEmpty)
    let asking = try Asking(.openai, at: "http://nowhere.invalid")
    #expect(asking.failure?.reason == .connection(.plainHTTP(host: "nowhere.invalid")))
  }

  @Test("an answer without an end has one here")
  func endless() throws {
    let server = try ProviderServer(Speech.openai.says(Array(repeating: "word ", count: 3000)))
    let asking = try Asking(.openai, at: server.url, options: { $0.exchange.bodyLimit = 50_000 })
    #expect(asking.failure?.reason == .connection(.tooLong(limit: 50_000)))
    #expect(asking.failure?.partial.hasPrefix("word word ") == true)
  }
}
