import Fetch
import JSON

/// Ollama's chat: a JSON text a line.
enum OllamaAnswer: AnswerFormat {
  static let framing = Framing.lines

  /// None of its own; one that stands behind another server may want a key.
  static func headers(_ key: APIKey?) -> [ExchangeRequest.Header] { OpenAIChatAnswer.headers(key) }

  static func take(_ event: JSONValue, into draft: inout AnswerDraft) throws(ReportedError) {
    if let error = ReportedError(event) { throw error }
    guard let isDone = event["done"]?.bool else { return }
    draft.hasBegun = true
    draft.model = event["model"]?.string ?? draft.model
    draft.say(event["message"]?["content"]?.string ?? "")
    guard isDone else { return }
    draft.isDone = true
    draft.end(event["done_reason"]?.string ?? "stop", ["stop": .stop, "length": .length])
    draft.count(
      input: event["prompt_eval_count"]?.integer, output: event["eval_count"]?.integer)
  }

  static func takeWhole(_ answer: JSONValue, into draft: inout AnswerDraft) throws(ReportedError) {
    try take(answer, into: &draft)
  }

  static func status(of error: ReportedError) -> Int? { 500 }

  static func reason(
    of error: ReportedError, status: Int, headers: HeaderFields
  ) -> ProviderFailure.Reason? {
    if error.says("context length", "context size", "input length exceeds") {
      return .tooLong(tokens: nil, limit: nil)
    }
    if status == 404, error.says("model") { return .unknownModel }
    return nil
  }
}
