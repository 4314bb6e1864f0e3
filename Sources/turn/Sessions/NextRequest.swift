import Chat
import Commands
import Conversation
import ConversationStore
import Terminal
import Tokens

/// What the flags say of the next request of a conversation that is only looked at.
struct NextRequest {
  private let window: Int?
  private let vocabulary: String?

  init(_ invocation: Invocation) {
    window = invocation.integer("window")
    vocabulary = invocation.value("vocabulary")
  }

  /// A conversation that nobody can be asked in, fitted to the window.
  func engine(
    _ conversation: StoredConversation, in store: ConversationStore
  ) throws(Refusal) -> ChatEngine {
    var conversation = conversation
    conversation.session.window = window ?? conversation.session.window
    var settings = DerivationSettings(window: conversation.session.window)
    settings.reserve = min(settings.reserve, (conversation.session.window ?? .max) / 4)
    if let vocabulary { settings.counter = .vocabulary(try Asking.vocabulary(vocabulary)) }
    return ChatEngine(
      conversation, in: store, with: nil, settings: settings, now: { WallClock.now })
  }
}
