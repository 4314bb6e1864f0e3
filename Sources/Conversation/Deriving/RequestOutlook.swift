import Patterns

/// The next request of a conversation, before anybody asks for it: what its tokens go to, and what of
/// the path is otherwise in it or not at all.
package struct RequestOutlook: Sendable, Hashable {
  package var budget: ContextBudget
  package var notes: [DerivationNote]
  /// Whether older turns would be put in short first. What is said here is then the request without.
  package var wantsSummary = false
  /// Why it could not be sent; nil where it could.
  package var problem: DerivationError?

  /// - Parameter words: What the user would say, where the path does not end with the user's words.
  /// - Throws: Only where not even a budget can be told.
  package init(
    of tree: MessageTree, in session: Session, saying words: String = "",
    _ settings: DerivationSettings
  ) throws(DerivationError) {
    var (tree, session, settings) = (tree, session, settings)
    settings.chains = false
    var leaf = session.leaf
    if leaf.flatMap({ tree[$0] })?.role != .user {
      let id = (tree.messages.last?.id ?? 0) + 1
      tree.append(
        ChatMessage(
          id: id, parent: leaf, role: .user, content: words.isEmpty ? "…" : words,
          time: session.changed))
      leaf = id
    }
    do throws(DerivationError) {
      if case .needsSummary = try Derivation.outcome(of: tree, leaf: leaf, in: session, settings) {
        wantsSummary = true
        session.fit = .window
      }
      guard
        case .ready(let derivation) = try Derivation.outcome(
          of: tree, leaf: leaf, in: session, settings)
      else { throw DerivationError.nothingToAnswer }
      budget = derivation.budget
      notes = derivation.notes
    } catch {
      guard let budget = error.budget else { throw error }
      self.budget = budget
      notes = []
      problem = error
    }
  }
}
