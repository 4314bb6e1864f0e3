import Fetch
import JSON

/// Gemini's generateContent.
enum GeminiAnswer: AnswerFormat {
  static let framing = Framing.events

  static func headers(_ key: APIKey?) -> [ExchangeRequest.Header] {
    key.map { [ExchangeRequest.Header("x-goog-api-key", secret: $0.value())] } ?? []
  }

  static func take(_ event: JSONValue, into draft: inout AnswerDraft) throws(ReportedError) {
    if let error = ReportedError(event) { throw error }
    let candidates = event["candidates"]?.array
    if candidates != nil || event["usageMetadata"] != nil { draft.hasBegun = true }
    draft.responseID = event["responseId"]?.string ?? draft.responseID
    draft.model = event["modelVersion"]?.string ?? draft.model
    if let candidate = candidates?.first {
      // Thoughts are no words of the answer.
      for part in candidate["content"]?["parts"]?.array ?? [] where part["thought"]?.bool != true {
        draft.say(part["text"]?.string ?? "")
      }
      end(candidate["finishReason"]?.string, &draft)
    }
    if let reason = event["promptFeedback"]?["blockReason"]?.string {
      draft.hasBegun = true
      draft.rawFinish = reason
      draft.finish = .refusal
    }
    let usage = event["usageMetadata"]
    let said = usage?["candidatesTokenCount"]?.integer
    let thought = usage?["thoughtsTokenCount"]?.integer
    draft.count(
      input: usage?["promptTokenCount"]?.integer,
      output: said == nil && thought == nil ? nil : (said ?? 0) + (thought ?? 0),
      cached: usage?["cachedContentTokenCount"]?.integer)
  }

  static func takeWhole(_ answer: JSONValue, into draft: inout AnswerDraft) throws(ReportedError) {
    // Without events, a stream is a list of what they would hold.
    for event in answer.array ?? [answer] { try take(event, into: &draft) }
    draft.isDone = draft.hasBegun
  }

  private static func end(_ raw: String?, _ draft: inout AnswerDraft) {
    guard let raw, raw != "FINISH_REASON_UNSPECIFIED" else { return }
    draft.end(raw, finishReasons)
  }

  private static let finishReasons: [String: FinishReason] = [
    "STOP": .stop, "MAX_TOKENS": .length, "SAFETY": .refusal, "RECITATION": .refusal,
    "BLOCKLIST": .refusal, "PROHIBITED_CONTENT": .refusal, "SPII": .refusal,
    "MODEL_ARMOR": .refusal,
  ]

  static func status(of error: ReportedError) -> Int? {
    Int(error.code)
      ?? [
        "INVALID_ARGUMENT": 400, "UNAUTHENTICATED": 401, "PERMISSION_DENIED": 403, "NOT_FOUND": 404,
        "RESOURCE_EXHAUSTED": 429, "INTERNAL": 500, "UNAVAILABLE": 503, "DEADLINE_EXCEEDED": 504,
      ][error.kind]
  }

  static func reason(
    of error: ReportedError, status: Int, headers: HeaderFields
  ) -> ProviderFailure.Reason? {
    let details = error.value["details"]?.array ?? []
    switch status {
    case 400 where error.says("token count") && error.says("exceeds"):
      // "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576)."
      let numbers = error.numbers
      return .tooLong(tokens: numbers.first, limit: numbers.count > 1 ? numbers[1] : nil)
    // A wrong key is a wrong argument here.
    case 400 where details.contains(where: { $0["reason"]?.string == "API_KEY_INVALID" }):
      return .unauthorized
    case 404 where error.says("models/"): return .unknownModel
    case 429:
      let quotas = details.flatMap { $0["violations"]?.array ?? [] }
      if quotas.contains(where: { $0["quotaId"]?.string?.contains("PerDay") == true }) {
        return .quotaExhausted
      }
      let wait = details.compactMap { $0["retryDelay"]?.string }.first
      return .rateLimited(
        wait: wait.flatMap { Double($0.prefix { $0 != "s" }) }.map(Duration.seconds))
    default: return nil
    }
  }
}
