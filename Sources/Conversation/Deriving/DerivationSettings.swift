package import Tokens

/// What a request is fitted to.
package struct DerivationSettings: Sendable {
  package var counter: TokenCounter
  /// Tokens that the model can see, its answer included; nil where nobody says, and then nothing is
  /// ever left out.
  package var window: Int?
  /// Tokens of the window that are left for the answer.
  package var reserve: Int
  /// The most tokens that the answer may have; nil for the provider's standard.
  package var maximumTokens: Int?
  /// Whether a request may go on from what the provider keeps, where it keeps conversations.
  package var chains: Bool

  package static let standardReserve = 1024

  package init(
    counter: TokenCounter = .estimate, window: Int? = nil, reserve: Int = standardReserve,
    maximumTokens: Int? = nil, chains: Bool = true
  ) {
    self.counter = counter
    self.window = window
    self.reserve = reserve
    self.maximumTokens = maximumTokens
    self.chains = chains
  }

  /// What all that is sent may have; nil for no limit.
  var limit: Int? { window.map { $0 - reserve } }
}
