import Exporters
import Fetch
import JSON

/// Anthropic's Messages.
enum AnthropicAnswer: AnswerFormat {
  static let framing = Framing.events

  static func headers(_ key: APIKey?) -> [ExchangeRequest.Header] {
    let version = ExchangeRequest.Header("anthropic-version", Provider.anthropicVersion)
    return key.map { [version, ExchangeRequest.Header("x-api-key", secret: $0.value())] }
      ?? [version]
  }

  static func take(_ event: JSONValue, into draft: inout AnswerDraft) throws(ReportedError) {
    switch event["type"]?.string {
    case "message_start":
      draft.hasBegun = true
      identify(event["message"], &draft)
      count(event["message"]?["usage"], &draft)
    // Thinking, signatures and the arguments of tools are no words of the answer.
    case "content_block_delta" where event["delta"]?["type"]?.string == "text_delta":
      draft.say(event["delta"]?["text"]?.string ?? "")
    case "content_block_start" where event["content_block"]?["type"]?.string == "text":
      draft.say(event["content_block"]?["text"]?.string ?? "")
    case "message_delta":
      draft.end(event["delta"]?["stop_reason"]?.string, finishReasons)
      count(event["usage"], &draft)
    case "message_stop": draft.isDone = true
    case "error": throw ReportedError(event) ?? ReportedError(message: "")
    case nil: if let error = ReportedError(event) { throw error }
    default: break
    }
  }

  static func takeWhole(_ answer: JSONValue, into draft: inout AnswerDraft) throws(ReportedError) {
    if let error = ReportedError(answer) { throw error }
    guard let content = answer["content"]?.array else { return }
    draft.hasBegun = true
    identify(answer, &draft)
    count(answer["usage"], &draft)
    for block in content where block["type"]?.string == "text" {
      draft.say(block["text"]?.string ?? "")
    }
    draft.end(answer["stop_reason"]?.string, finishReasons)
    draft.isDone = true
  }

  private static func identify(_ message: JSONValue?, _ draft: inout AnswerDraft) {
    draft.responseID = message?["id"]?.string ?? draft.responseID
    draft.model = message?["model"]?.string ?? draft.model
  }

  /// What was kept, or is kept from now on, is not among its input tokens.
  private static func count(_ usage: JSONValue?, _ draft: inout AnswerDraft) {
    let cached = usage?["cache_read_input_tokens"]?.integer
    let written = usage?["cache_creation_input_tokens"]?.integer
    draft.count(
      input: usage?["input_tokens"]?.integer.map { $0 + (cached ?? 0) + (written ?? 0) },
      output: usage?["output_tokens"]?.integer, cached: cached)
  }

  private static let finishReasons: [String: FinishReason] = [
    "end_turn": .stop, "stop_sequence": .stop, "max_tokens": .length,
    "model_context_window_exceeded": .length, "refusal": .refusal,
  ]

  static func status(of error: ReportedError) -> Int? {
    [
      "invalid_request_error": 400, "authentication_error": 401, "billing_error": 402,
      "permission_error": 403, "not_found_error": 404, "request_too_large": 413,
      "rate_limit_error": 429, "api_error": 500, "timeout_error": 504, "overloaded_error": 529,
    ][error.kind]
  }

  static func reason(
    of error: ReportedError, status: Int, headers: HeaderFields
  ) -> ProviderFailure.Reason? {
    switch status {
    case 400 where error.says("prompt is too long"):
      // "prompt is too long: 210000 tokens > 200000 maximum"
      let numbers = error.numbers
      return .tooLong(tokens: numbers.first, limit: numbers.count > 1 ? numbers[1] : nil)
    case 400 where error.says("exceed context limit"):
      // "input length and `max_tokens` exceed context limit: 188240 + 21333 > 200000, …"
      let numbers = error.numbers
      guard numbers.count > 2 else { return .tooLong(tokens: nil, limit: nil) }
      return .tooLong(tokens: numbers[0] + numbers[1], limit: numbers[2])
    case 413: return .tooLong(tokens: nil, limit: nil)
    case 400 where error.says("credit balance"), 402: return .quotaExhausted
    case 404 where error.says("model"): return .unknownModel
    // A limit of requests says when it ends; one on spending does not.
    case 429 where headers["retry-after"] == nil && headers["retry-after-ms"] == nil:
      return .spendLimit
    default: return nil
    }
  }
}
