package import Conversation
package import ConversationStore
import Exporters
package import Patterns
package import Providers

/// One conversation under way: what a person does becomes messages in the store and requests to a
/// provider. It knows no terminal. For one thread.
package final class ChatEngine {
  /// Who answers, and what proves to them who asks.
  package struct Partner {
    package var client: ProviderClient
    package var key: APIKey?

    package init(client: ProviderClient, key: APIKey?) {
      self.client = client
      self.key = key
    }
  }

  package internal(set) var session: Session
  package internal(set) var tree: MessageTree
  package let script: ChatScript?
  package var settings: DerivationSettings
  /// Turns that the person passed over since the program was started.
  var skipped: Set<String> = []
  let store: ConversationStore
  let partner: Partner?
  /// Milliseconds since 1970.
  let now: () -> Int64

  /// - Parameters:
  ///   - conversation: As the store has it.
  ///   - partner: Nil for a conversation that is only looked at.
  package init(
    _ conversation: StoredConversation, in store: ConversationStore, with partner: Partner?,
    settings: DerivationSettings, now: @escaping () -> Int64
  ) {
    session = conversation.session
    tree = conversation.tree
    script = conversation.session.script.flatMap { ChatScript(stored: $0) }
    self.store = store
    self.partner = partner
    self.settings = settings
    self.now = now
    if let window = session.window { self.settings.window = window }
  }

  package var path: [ChatMessage] { tree.path(to: session.leaf) }

  /// How often the user spoke on the path.
  package var turnCount: Int { path.filter { $0.role == .user && $0.kind == .said }.count }

  /// The turn of the script that is next, as it would be said now.
  package var next: FilledTurn? {
    script?.next(after: path, without: skipped).flatMap { script?.turns[$0] }
  }

  /// The words of the script's next turn; nil where there is none, or it cannot be said yet.
  package var nextWords: [(role: Message.Role, text: String)]? {
    guard let script, let next else { return nil }
    return try? script.messages(of: next, after: base(of: next))
  }

  /// What a turn goes on from: a fork goes back before the turn it is another one of.
  func base(of turn: FilledTurn) -> [ChatMessage] {
    guard let fork = turn.forkOf, let place = path.firstIndex(where: { $0.turn == fork }) else {
      return path
    }
    return Array(path[..<place])
  }

  /// Stores what has changed of the session since it was read.
  func change(_ body: (inout Session) -> Void) throws(ChatFailure) {
    var changed = session
    body(&changed)
    do throws(StoreFailure) {
      session = try store.update(from: session, to: changed, now: now())
    } catch {
      throw .store(error)
    }
  }

  /// Stores a message behind the last one and goes on from it.
  @discardableResult
  func append(_ draft: ChatMessage) throws(ChatFailure) -> ChatMessage {
    do throws(StoreFailure) {
      let stored = try store.append(draft, to: session.id)
      tree.append(stored)
      if stored.kind == .said { session.leaf = stored.id }
      return stored
    } catch {
      throw .store(error)
    }
  }

  func draft(
    _ role: Message.Role, _ text: String, turn: String? = nil,
    state: ChatMessage.State = .whole
  ) -> ChatMessage {
    ChatMessage(
      id: 0, parent: session.leaf, role: role, content: text, turn: turn,
      channel: session.channel, time: now(), state: state)
  }
}
