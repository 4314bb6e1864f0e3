package import Tokens

/// What the tokens of a model's window go to in one request.
package struct ContextBudget: Sendable, Hashable {
  /// What a part of a request is for, in the order of the picture.
  package enum Share: String, Sendable, CaseIterable {
    case system, goal, remembered, summary, history, current

    package var words: String {
      switch self {
      case .system: "system text"
      case .goal: "goal"
      case .remembered: "remembered values"
      case .summary: "summary"
      case .history: "history"
      case .current: "this turn"
      }
    }
  }

  /// Tokens that the model can see; nil where nobody says.
  package var window: Int?
  /// Those of them that are left for the answer.
  package var reserve: Int
  /// Tokens of turns that are not sent.
  package var trimmed = 0
  /// Whether the figures are those of the model's own vocabulary, as far as it has that one.
  package let isExact: Bool
  /// What counted: `o200k_base`, or `estimate`.
  package let counter: String
  private var tokens: [Int]

  package init(window: Int?, reserve: Int, counter: TokenCounter) {
    self.window = window
    self.reserve = reserve
    isExact = counter.isExact
    self.counter = counter.name
    tokens = Array(repeating: 0, count: Share.allCases.count)
  }

  /// Tokens of one share. What stands around messages is counted with them, and what begins the
  /// answer with this turn.
  package subscript(share: Share) -> Int {
    get { Share.allCases.firstIndex(of: share).map { tokens[$0] } ?? 0 }
    set {
      if let place = Share.allCases.firstIndex(of: share) { tokens[place] = newValue }
    }
  }

  /// Tokens of the whole request.
  package var used: Int { tokens.reduce(0, +) }

  /// What is left beside the request and the answer; below zero where it does not fit, nil without
  /// a window.
  package var free: Int? { window.map { $0 - reserve - used } }
}
