/// What a request says besides its messages.
package struct ExportSettings: Sendable, Hashable {
  /// Nil for the provider's standard one.
  package var model: String?
  /// How many tokens an answer may have.
  package var maximumTokens: Int?
  /// Whom a program asks; a format of requests names its own.
  package var provider: Provider
  /// What Copilot takes for the person's own.
  package var timeZone: String
  /// Whether the answer is to come piece by piece.
  package var isStreamed = false
  /// Whether the provider is asked to keep the conversation, where it can.
  package var isKept = false
  /// What the provider kept that this request goes on from.
  package var previousResponse: String?

  package init(
    model: String? = nil, maximumTokens: Int? = nil, provider: Provider = .openai,
    timeZone: String = Provider.standardTimeZone
  ) {
    self.model = model
    self.maximumTokens = maximumTokens
    self.provider = provider
    self.timeZone = timeZone
  }

  func model(for provider: Provider) -> String { model ?? provider.standardModel ?? "" }

  func maximum(for provider: Provider) -> Int? { maximumTokens ?? provider.standardMaximum }
}
