package import Exporters
package import Fetch

/// Why there is no answer, or not a whole one.
package struct ProviderFailure: Error, Sendable, Hashable {
  package var reason: Reason
  package var provider: Provider
  /// The model that was asked for; nil before one was.
  package var model: String?
  /// Of the server's answer; nil where none began.
  package var status: Int?
  /// What came of the answer's text, already told as it came.
  package var partial = ""
  /// What the provider's support wants to know.
  package var requestID: String?
  /// The provider's own words, without a key and on one line.
  package var said: String?
  /// Whether the same request may succeed later.
  package var isRetryable = false
  /// How often it was asked.
  package var attempts = 0

  package init(_ reason: Reason, of provider: Provider, model: String? = nil) {
    self.reason = reason
    self.provider = provider
    self.model = model
  }
}

extension ProviderFailure {
  package enum Reason: Sendable, Hashable {
    // Before anything is asked.
    case notSupported
    /// No variable of `Provider.keyVariables` is set.
    case missingKey
    case unusableKey(variable: String)
    /// The variable that named the address; nil where a person did.
    case unusableAddress(variable: String?)
    case nothingToSay
    /// It was to go on from a conversation that this provider does not keep.
    case keepsNothing
    /// The file of recorded answers has none for this request.
    case notRecorded(RecordingProblem)

    // No answer, or a broken one.
    case connection(ExchangeFailure.Cause)
    /// The stream ended before the answer did.
    case cut
    case cancelled
    /// What came was not what this provider sends; what is wrong, a part of a sentence.
    case malformed(String)
    /// An answer of another kind, such as the page of a proxy.
    case foreign(mediaType: String)
    /// The answer has no text; the finish reason in the provider's words.
    case empty(finish: String?)

    // What the provider says.
    case unauthorized
    case forbidden
    case unknownModel
    /// There is nothing at this address.
    case notFound(address: String)
    /// More than the model can take, both in tokens, where the provider tells them.
    case tooLong(tokens: Int?, limit: Int?)
    /// The response to go on from has expired or never was: ask again with the whole conversation.
    case unknownPreviousResponse
    case badRequest
    /// Asked too often; how long to wait, where it says so.
    case rateLimited(wait: Duration?)
    /// Nothing is left of what was paid for.
    case quotaExhausted
    /// A limit of its own on what may be spent.
    case spendLimit
    case overloaded
    case serverError
    /// The provider will not answer this; its name for why.
    case refused(String)
    /// Any other status or error.
    case other
  }
}
