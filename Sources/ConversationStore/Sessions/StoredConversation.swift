package import Conversation

/// A session with all that was said in it.
package struct StoredConversation: Sendable, Hashable {
  package var session: Session
  package var tree: MessageTree

  package init(session: Session, tree: MessageTree) {
    self.session = session
    self.tree = tree
  }
}
