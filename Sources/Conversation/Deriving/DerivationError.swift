/// Why there is no request.
package enum DerivationError: Error, Sendable, Hashable {
  /// The path is empty or ends with an answer: nobody has asked anything.
  case nothingToAnswer
  /// The policy is `strict`, and the conversation has so many tokens too many.
  case over(by: Int, ContextBudget)
  /// What is never left out does not fit: the system text, the goal, the remembered values, the
  /// summary and the newest message.
  case fixedTooLarge(by: Int, ContextBudget)
  /// A turn is too large for a request that would summarise it.
  case turnTooLarge(ChatMessage.ID, tokens: Int, ContextBudget)

  /// What went wrong, a sentence without a full stop.
  package var words: String {
    switch self {
    case .nothingToAnswer: "no message of the user waits for an answer"
    case .over(let tokens, let budget):
      "the conversation is \(tokens) tokens too long\(budget.ofWindow)"
    case .fixedTooLarge(let tokens, let budget):
      "what cannot be left out is \(tokens) tokens too long\(budget.ofWindow): "
        + budget.fixedWords
    case .turnTooLarge(let id, let tokens, let budget):
      "the turn of message \(id) has \(tokens) tokens, too many to be summarised\(budget.ofWindow)"
    }
  }

  /// What to do next, a sentence without a full stop.
  package var help: String {
    switch self {
    case .nothingToAnswer: "say something first"
    case .over:
      "let older turns go with the policy window or summary, or go back to an earlier message"
    case .fixedTooLarge:
      "shorten the largest of them, name a model with a larger window, or reserve less for the answer"
    case .turnTooLarge: "use the policy window, or go back before that message"
    }
  }

  /// What the request would have been made of; nil where there is none.
  package var budget: ContextBudget? {
    switch self {
    case .nothingToAnswer: nil
    case .over(_, let budget), .fixedTooLarge(_, let budget), .turnTooLarge(_, _, let budget):
      budget
    }
  }
}

extension ContextBudget {
  fileprivate var ofWindow: String {
    window.map { " for a window of \($0), of which \(reserve) are for the answer" } ?? ""
  }

  fileprivate var fixedWords: String {
    let shares: [ContextBudget.Share] = [.system, .goal, .remembered, .summary, .current]
    return shares.filter { self[$0] > 0 }.map { "\($0.words) \(self[$0])" }.joined(separator: ", ")
  }
}
