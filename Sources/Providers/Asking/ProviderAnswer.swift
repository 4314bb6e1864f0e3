package import Conversation
import Fetch

/// What a provider answered, whole.
package struct ProviderAnswer: Sendable, Hashable {
  package var text: String
  package var finish: FinishReason
  /// In the provider's words.
  package var rawFinish: String?
  package var usage: TokenUsage?
  /// What a later request can go on from.
  package var responseID: String?
  /// Which model answered, as the provider calls it.
  package var model: String?
  /// What the provider's support wants to know.
  package var requestID: String?
  /// What the provider could not be told, each a sentence.
  package var notes: [String]

  package init(
    text: String, finish: FinishReason, rawFinish: String? = nil, usage: TokenUsage? = nil,
    responseID: String? = nil, model: String? = nil, requestID: String? = nil,
    notes: [String] = []
  ) {
    self.text = text
    self.finish = finish
    self.rawFinish = rawFinish
    self.usage = usage
    self.responseID = responseID
    self.model = model
    self.requestID = requestID
    self.notes = notes
  }
}

/// Why an answer ended.
package enum FinishReason: String, Sendable, CaseIterable {
  case stop
  /// The limit of tokens, the caller's or the model's.
  case length
  /// The model, or a filter over it, did not want to say more.
  case refusal
  case other
}

/// What is told while a provider is asked.
package enum ProviderEvent: Sendable, Hashable {
  /// What the provider cannot be told, each a sentence; before anything is asked.
  case notes([String])
  /// The answer's next words.
  case text(String)
  /// It is asked again after a pause: nothing of an answer had come.
  case retrying(RetryNotice)
}

package struct RetryNotice: Sendable, Hashable {
  package var failure: ProviderFailure
  package var wait: Duration
  /// Which attempt comes next, counted from 1.
  package var attempt: Int

  /// "OpenAI was asked too often (429); trying again in 2 s".
  package var words: String {
    var failure = failure
    failure.said = nil
    return "\(failure.words); trying again in \(wait.inWords)"
  }
}
