import Conversation
import Exporters
import Patterns

/// Conversations to test with.
enum Talk {
  static func session(_ provider: Provider = .openai, fit: FitPolicy = .window) -> Session {
    var session = Session(id: "s", title: "Test", provider: provider, created: 0)
    session.fit = fit
    return session
  }

  /// `u…` is said by the user, `a…` by the assistant and `s…` by the system, one after the other.
  static func tree(_ lines: [String]) -> MessageTree {
    var tree = MessageTree()
    for (place, line) in lines.enumerated() {
      let role: Message.Role =
        line.hasPrefix("u") ? .user : line.hasPrefix("a") ? .assistant : .system
      tree.append(
        ChatMessage(
          id: Int64(place + 1), parent: place == 0 ? nil : Int64(place), role: role, content: line,
          time: Int64(place)))
    }
    return tree
  }

  static func ready(
    _ tree: MessageTree, _ session: Session, _ settings: DerivationSettings = DerivationSettings()
  ) throws -> Derivation {
    let leaf = tree.messages.last { $0.kind == .said }?.id
    switch try Derivation.outcome(of: tree, leaf: leaf, in: session, settings) {
    case .ready(let derivation): return derivation
    case .needsSummary(let wish): throw Unexpected(wish: wish)
    }
  }

  struct Unexpected: Error { var wish: SummaryWish }
}

extension ChatRequest {
  /// `user: Hello`, one a part.
  var lines: [String] { parts.map { "\($0.role.rawValue): \($0.content)" } }
}
