import Exporters
import Fetch
import JSON

/// How one provider answers.
protocol AnswerFormat {
  static var framing: Framing { get }
  /// Besides the content type.
  static func headers(_ key: APIKey?) -> [ExchangeRequest.Header]

  /// Takes one event of a stream.
  static func take(_ event: JSONValue, into draft: inout AnswerDraft) throws(ReportedError)
  /// Takes an answer that came in one piece, though a stream was asked for.
  static func takeWhole(_ answer: JSONValue, into draft: inout AnswerDraft) throws(ReportedError)

  /// The status that goes with an error told after 200; nil where that is not known.
  static func status(of error: ReportedError) -> Int?
  /// What an error means where its status alone does not say it.
  static func reason(
    of error: ReportedError, status: Int, headers: HeaderFields
  ) -> ProviderFailure.Reason?
}

enum Framing {
  case events, lines
}

extension Provider {
  /// nil for one that is not asked.
  var answerFormat: (any AnswerFormat.Type)? {
    switch self {
    case .openai: OpenAIChatAnswer.self
    case .responses: OpenAIResponsesAnswer.self
    case .anthropic: AnthropicAnswer.self
    case .gemini: GeminiAnswer.self
    case .ollama: OllamaAnswer.self
    case .m365Copilot: nil
    }
  }
}
