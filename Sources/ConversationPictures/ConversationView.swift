package import Conversation

/// What is shown of a conversation.
package struct ConversationView {
  package var session: Session
  package var tree: MessageTree
  /// What the next request would leave out; nil where that is not to be shown.
  package var outlook: RequestOutlook?
  /// Writes a moment, in milliseconds since 1970; nil where no times are to be shown.
  package var time: ((Int64) -> String)?

  package init(
    _ session: Session, _ tree: MessageTree, outlook: RequestOutlook? = nil,
    time: ((Int64) -> String)? = nil
  ) {
    self.session = session
    self.tree = tree
    self.outlook = outlook
    self.time = time
  }

  /// Leaves out what is not on the path under way, with the summaries that stand for a part of it.
  package mutating func keepPath() {
    let path = Set(tree.path(to: session.leaf).map(\.id))
    tree = MessageTree(
      tree.messages.filter { message in
        guard case .summary(let from) = message.kind else { return path.contains(message.id) }
        return path.contains(from) && message.parent.map(path.contains) ?? false
      })
    session.asides.removeAll { $0.back.map { !path.contains($0) } ?? false }
  }
}
