import Chat
import Conversation
import ConversationStore
import Patterns
import Terminal

extension Session {
  /// Keeps what is to be said in each turn.
  mutating func follow(_ conversation: FilledConversation, of pattern: Pattern, _ variant: Variant)
  {
    let file = ConversationFile.encoded(conversation, pattern: pattern.id, variant: variant.id)
    script = String(decoding: file, as: UTF8.self)
  }
}

extension ChatEngine {
  /// Stores a session that nothing was said in yet.
  static func begin(
    _ session: Session, in store: ConversationStore, with partner: Partner,
    settings: DerivationSettings
  ) throws(Refusal) -> ChatEngine {
    let stored = try store.use { (store) throws(StoreFailure) in
      var random = SystemRandomNumberGenerator()
      return try store.load(store.create(session, random: &random).id)
    }
    return ChatEngine(
      stored, in: store, with: partner, settings: settings, now: { WallClock.now })
  }
}
