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
}
