import Fetch
import JSON

/// OpenAI's Chat Completions, and whatever else speaks like it.
enum OpenAIChatAnswer: AnswerFormat {
  static let framing = Framing.events

  static func headers(_ key: APIKey?) -> [ExchangeRequest.Header] {
    key.map { [ExchangeRequest.Header("authorization", secret: $0.value(after: "Bearer "))] } ?? []
  }

  static func take(_ event: JSONValue, into draft: inout AnswerDraft) throws(ReportedError) {
    try take(event, contentKey: "delta", into: &draft)
  }

  static func takeWhole(_ answer: JSONValue, into draft: inout AnswerDraft) throws(ReportedError) {
    try take(answer, contentKey: "message", into: &draft)
    draft.isDone = draft.hasBegun
  }

  private static func take(
    _ value: JSONValue, contentKey: String, into draft: inout AnswerDraft
  ) throws(ReportedError) {
    if let error = ReportedError(value) { throw error }
    guard let choices = value["choices"]?.array else { return }
    draft.hasBegun = true
    if let id = value["id"]?.string, !id.isEmpty { draft.responseID = id }
    if let model = value["model"]?.string, !model.isEmpty { draft.model = model }
    // Others are further answers to the same question.
    for choice in choices where (choice["index"]?.integer ?? 0) == 0 {
      let content = choice[contentKey]
      if let text = content?["content"]?.string { draft.say(text) }
      if let text = content?["refusal"]?.string {
        draft.say(text)
        draft.finish = .refusal
      }
      let wasRefusal = draft.finish == .refusal
      draft.end(choice["finish_reason"]?.string, finishReasons)
      if wasRefusal, draft.finish == .stop { draft.finish = .refusal }
    }
    let usage = value["usage"]
    draft.count(
      input: usage?["prompt_tokens"]?.integer, output: usage?["completion_tokens"]?.integer,
      cached: usage?["prompt_tokens_details"]?["cached_tokens"]?.integer)
  }

  private static let finishReasons: [String: FinishReason] = [
    "stop": .stop, "length": .length, "content_filter": .refusal,
  ]

  static func status(of error: ReportedError) -> Int? { OpenAIErrors.status(of: error) }

  static func reason(
    of error: ReportedError, status: Int, headers: HeaderFields
  ) -> ProviderFailure.Reason? {
    OpenAIErrors.reason(of: error, status: status)
  }
}
