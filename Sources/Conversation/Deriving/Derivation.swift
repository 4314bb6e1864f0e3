import Exporters
import Patterns

/// The request that a path of a conversation leads to, and what it was made of. It is derived each
/// time and never stored.
package struct Derivation: Sendable, Hashable {
  /// What to send. It may go on from an answer that the provider keeps.
  package var request: ChatRequest
  /// The same with all that was said: what to send when the provider has that answer no more.
  package var full: ChatRequest
  package var budget: ContextBudget
  package var notes: [DerivationNote]

  package enum Outcome: Sendable, Hashable {
    case ready(Derivation)
    /// A summary must be made first, and the request derived again with it in the tree.
    case needsSummary(SummaryWish)
  }

  /// - Parameter leaf: The newest message of the user.
  package static func outcome(
    of tree: MessageTree, leaf: ChatMessage.ID?, in session: Session,
    _ settings: DerivationSettings
  ) throws(DerivationError) -> Outcome {
    let path = tree.path(to: leaf)
    let turns = PathTurns(path, anchor: session.goal?.anchor, every: session.anchorEvery)
    guard let current = turns.current else { throw .nothingToAnswer }
    let fitting = Fitting(turns, current, session, settings)
    let selection: Fitting.Selection
    // One that a person had made stands for older turns whatever the policy.
    let summary = tree.summary(on: path).flatMap { CoveringSummary($0, on: path) }
    switch session.fit {
    case .strict: selection = try fitting.strict(summary)
    case .window: selection = try fitting.window(summary)
    case .summary:
      switch try fitting.summary(summary) {
      case .selected(let found): selection = found
      case .wish(let wish): return .needsSummary(wish)
      }
    }
    let full = ChatRequest(
      model: session.model, parts: fitting.parts(of: selection),
      maximumTokens: settings.maximumTokens,
      isKept: settings.chains && session.provider == .responses)
    var request = full
    if full.isKept, selection.isWhole, let answer = turns.turns.last?.answer,
      let id = previousResponse(of: answer, in: tree)
    {
      request.previousResponse = id
      request.parts = full.parts.filter { $0.role == .system } + full.parts.suffix(1)
    }
    return .ready(
      Derivation(
        request: request, full: full, budget: fitting.budget(of: selection),
        notes: turns.notes + fitting.notes(of: selection)))
  }

  /// What a provider that keeps conversations can go on from; nil unless the answer is one message,
  /// came whole and was kept there.
  private static func previousResponse(
    of answer: PathTurns.Part, in tree: MessageTree
  ) -> String? {
    guard answer.ids.count == 1, let message = tree[answer.ids[0]], message.state == .whole,
      let origin = message.origin, origin.provider == Provider.responses.rawValue
    else { return nil }
    return origin.responseID
  }
}

extension Provider {
  /// Whether the first message must be the user's.
  var wantsUserFirst: Bool {
    switch self {
    case .anthropic, .gemini, .m365Copilot: true
    case .openai, .responses, .ollama: false
    }
  }
}
