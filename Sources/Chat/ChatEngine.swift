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
  /// Why the last answer that came whole ended; nil before one did.
  package internal(set) var lastFinish: FinishReason?
  /// Turns that the person passed over since the program was started, and those without a word.
  var skipped: Set<String> = []
  /// An answer whose end the store did not take: it is tried again before anything else is stored.
  private var unstored: ChatMessage?
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
    session.asides = tree.openAsides(of: session, movedTo: session.leaf)
    script = conversation.session.script.flatMap { ChatScript(stored: $0) }
    self.store = store
    self.partner = partner
    self.settings = settings
    self.now = now
    if let window = session.window {
      self.settings.window = window
      if settings.maximumTokens == nil {
        self.settings.reserve = min(settings.reserve, window / 4)
      }
    }
  }

  package var path: [ChatMessage] { tree.path(to: session.leaf) }

  /// How often the user spoke on the path; a scripted turn counts once, however many messages it has.
  package var turnCount: Int { Self.turnCount(path) }

  static func turnCount(_ path: [ChatMessage]) -> Int {
    var count = 0
    var last: String?
    for message in path where message.kind == .said {
      if message.role == .user {
        if message.turn == nil || message.turn != last { count += 1 }
        last = message.turn
      } else if message.role == .assistant, message.origin != nil {
        last = nil
      }
    }
    return count
  }

  /// The turn of the script that is next, as it would be said now.
  package var next: FilledTurn? {
    script?.next(after: path, without: skipped).flatMap { script?.turns[$0] }
  }

  /// The words of the script's next turn; nil where there is none, or it cannot be said yet.
  package var nextWords: [(role: Message.Role, text: String)]? {
    next.flatMap(words)
  }

  /// What a turn goes on from: a fork goes back before the turn it is another one of.
  func base(of turn: FilledTurn) -> [ChatMessage] {
    guard let fork = turn.forkOf, let place = path.firstIndex(where: { $0.turn == fork }) else {
      return path
    }
    return Array(path[..<place])
  }

  /// The words of a turn, as they would be said now; nil where it repeats an answer that is not there.
  package func words(of turn: FilledTurn) -> [(role: Message.Role, text: String)]? {
    try? script?.messages(of: turn, after: base(of: turn))
  }

  /// Stores what has changed of the session since it was read. Where another program goes on with
  /// the same conversation, this one stays with its own last message and its own topics in between.
  func change(_ body: (inout Session) -> Void) throws(ChatFailure) {
    var changed = session
    body(&changed)
    do throws(StoreFailure) {
      try settle()
      var merged = try store.update(from: session, to: changed, now: now())
      merged.leaf = changed.leaf
      merged.channel = changed.channel
      merged.asides = changed.asides
      session = merged
    } catch {
      throw .store(error)
    }
  }

  /// Stores the end of an answer. What came is in the tree even where the store does not take it.
  func finish(_ answer: ChatMessage) throws(ChatFailure) {
    tree.replace(answer)
    unstored = answer
    do throws(StoreFailure) { try settle() } catch { throw .store(error) }
  }

  private func settle() throws(StoreFailure) {
    guard let answer = unstored else { return }
    do throws(StoreFailure) { try store.finish(answer) } catch .finished, .noMessage {
      // Nobody waits for it any more.
    }
    unstored = nil
  }

  /// Stores a message behind the last one and goes on from it.
  @discardableResult
  func append(_ draft: ChatMessage) throws(ChatFailure) -> ChatMessage {
    do throws(StoreFailure) {
      try settle()
      let stored = try store.append(draft, to: session.id)
      tree.append(stored)
      if stored.kind == .said { session.leaf = stored.id }
      return stored
    } catch {
      throw .store(error)
    }
  }

  /// What is said behind the last message. Where a topic in between begins there, it is its first.
  func draft(
    _ role: Message.Role, _ text: String, turn: String? = nil,
    state: ChatMessage.State = .whole
  ) -> ChatMessage {
    ChatMessage(
      id: 0, parent: session.leaf, role: role, content: text, turn: turn,
      channel: session.channel, time: now(), state: state,
      asides: session.asides.filter { $0.back == session.leaf }.map(\.topic))
  }
}
