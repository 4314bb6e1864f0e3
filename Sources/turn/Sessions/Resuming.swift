import Chat
import Commands
import Conversation
import ConversationStore
import Exporters
import Terminal

/// How a conversation that is there goes on: what its flags say in place of what it was begun with.
struct Resuming {
  private let asking: Asking
  private let provider: Provider?
  private let fit: FitPolicy?
  private let channel: Channel?

  /// - Parameter channel: By which it goes on; nil for the one that was used last.
  init(_ invocation: Invocation, channel: Channel? = nil) throws(Refusal) {
    asking = try Asking(invocation)
    // An address alone is another server of the provider that the conversation has.
    let isNamed = invocation.value("provider") != nil || invocation.value("api") != nil
    provider = isNamed ? asking.provider : nil
    fit = invocation.value("fit").flatMap(FitPolicy.init(rawValue:))
    self.channel = channel
  }

  /// What is otherwise from now on is stored once it is known that somebody can be asked.
  func engine(
    _ stored: StoredConversation, in store: ConversationStore
  ) throws(Refusal) -> ChatEngine {
    let changed = changed(stored.session)
    let partner = try asking.partner(for: changed)
    let settings = try asking.settings(window: changed.window)
    var stored = stored
    let old = stored.session
    stored.session = try store.use { (store) throws(StoreFailure) in
      try store.update(from: old, to: changed, now: WallClock.now)
    }
    return ChatEngine(
      stored, in: store, with: partner, settings: settings, now: { WallClock.now })
  }

  private func changed(_ session: Session) -> Session {
    var session = session
    if let provider, provider != session.provider {
      session.provider = provider
      // They were the other provider's.
      session.model = nil
      session.baseURL = nil
    }
    session.model = asking.model ?? session.model
    session.baseURL = asking.baseURL ?? session.baseURL
    session.window = asking.window ?? session.window
    session.fit = fit ?? session.fit
    session.channel = channel ?? session.channel
    return session
  }
}
