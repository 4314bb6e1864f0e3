import Fetch
import JSON

/// OpenAI's Responses. Which event it is stands in its data: some proxies leave out its name.
enum OpenAIResponsesAnswer: AnswerFormat {
  static let framing = Framing.events

  static func headers(_ key: APIKey?) -> [ExchangeRequest.Header] { OpenAIChatAnswer.headers(key) }

  static func take(_ event: JSONValue, into draft: inout AnswerDraft) throws(ReportedError) {
    guard let type = event["type"]?.string else {
      if let error = ReportedError(event) { throw error }
      return
    }
    if type.hasPrefix("response.") { draft.hasBegun = true }
    switch type {
    case "response.created", "response.in_progress": identify(event["response"], &draft)
    case "response.output_text.delta": draft.say(event["delta"]?.string ?? "")
    case "response.refusal.delta":
      draft.say(event["delta"]?.string ?? "")
      draft.finish = .refusal
    case "response.completed", "response.incomplete":
      try end(event["response"] ?? .null, &draft)
    case "response.failed":
      identify(event["response"], &draft)
      throw event["response"].flatMap { ReportedError($0) } ?? ReportedError(message: "")
    case "error":
      // Its members stand in the event itself, or in an error inside.
      if let error = ReportedError(event) { throw error }
      throw ReportedError(
        code: event["code"]?.string ?? "", message: event["message"]?.string ?? "")
    default: break
    }
  }

  static func takeWhole(_ answer: JSONValue, into draft: inout AnswerDraft) throws(ReportedError) {
    if let error = ReportedError(answer) { throw error }
    guard let output = answer["output"]?.array else { return }
    draft.hasBegun = true
    for item in output where item["type"]?.string == "message" {
      for part in item["content"]?.array ?? [] {
        if let refusal = part["refusal"]?.string {
          draft.say(refusal)
          draft.finish = .refusal
        } else if part["type"]?.string == "output_text" {
          draft.say(part["text"]?.string ?? "")
        }
      }
    }
    try end(answer, &draft)
  }

  private static func identify(_ response: JSONValue?, _ draft: inout AnswerDraft) {
    draft.responseID = response?["id"]?.string ?? draft.responseID
    draft.model = response?["model"]?.string ?? draft.model
  }

  private static func end(
    _ response: JSONValue, _ draft: inout AnswerDraft
  ) throws(ReportedError) {
    identify(response, &draft)
    let usage = response["usage"]
    draft.count(
      input: usage?["input_tokens"]?.integer, output: usage?["output_tokens"]?.integer,
      cached: usage?["input_tokens_details"]?["cached_tokens"]?.integer)
    let wasRefusal = draft.finish == .refusal
    let status = response["status"]?.string ?? "completed"
    draft.end(response["incomplete_details"]?["reason"]?.string ?? status, finishReasons)
    if wasRefusal { draft.finish = .refusal }
    draft.isDone = true
    // Some servers tell the whole text only here.
    if draft.text.isEmpty, let output = response["output"] {
      var whole = AnswerDraft()
      for item in output.array ?? [] where item["type"]?.string == "message" {
        for part in item["content"]?.array ?? [] { whole.say(part["text"]?.string ?? "") }
      }
      draft.say(whole.text)
    }
  }

  private static let finishReasons: [String: FinishReason] = [
    "completed": .stop, "max_output_tokens": .length, "content_filter": .refusal,
  ]

  static func status(of error: ReportedError) -> Int? { OpenAIErrors.status(of: error) }

  static func reason(
    of error: ReportedError, status: Int, headers: HeaderFields
  ) -> ProviderFailure.Reason? {
    OpenAIErrors.reason(of: error, status: status)
  }
}
