/// Counts the tokens of texts and of messages: exactly with a vocabulary, else by an estimate.
package enum TokenCounter: Sendable {
  case vocabulary(Vocabulary)
  /// See `TokenEstimate`.
  case estimate

  /// Whether the figures are those of the reference. They hold for models with this vocabulary.
  package var isExact: Bool {
    if case .vocabulary = self { true } else { false }
  }

  /// `o200k_base`, or `estimate`.
  package var name: String {
    switch self {
    case .vocabulary(let vocabulary): vocabulary.name
    case .estimate: "estimate"
    }
  }

  package func count(_ text: String) -> Int {
    switch self {
    case .vocabulary(let vocabulary): vocabulary.count(text)
    case .estimate: TokenEstimate.count(text)
    }
  }
}

/// What chat formats add to the words, as OpenAI's cookbook counts it for its models. Others add
/// about as much.
extension TokenCounter {
  /// What stands around a message.
  package static let aroundMessage = 3
  /// What begins the answer.
  package static let beforeReply = 3

  /// A message with what stands around it.
  package func count(role: String, content: String, name: String? = nil) -> Int {
    Self.aroundMessage + count(role) + count(content) + (name.map { 1 + count($0) } ?? 0)
  }
}
