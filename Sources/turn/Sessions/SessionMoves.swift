import Commands
import Conversation
import ConversationStore
import Terminal

/// `turn sessions fork`: a conversation that goes on from a message of another.
struct ForkCommand {
  private let name: String
  private let message: ChatMessage.ID?
  private let title: String?
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    name = invocation.value("NAME") ?? "last"
    message = invocation.value("at").flatMap { ChatMessage.ID($0) }
    title = invocation.value("title")
    place = try ConversationPlace(invocation)
  }

  func run() throws(Refusal) {
    let store = try place.look()
    let found = try store.conversation(named: name)
    SessionWords.tell(interrupted: found.interrupted)
    let (session, tree) = (found.stored.session, found.stored.tree)
    let start = message == 0 ? nil : message ?? session.leaf
    if let start, tree[start]?.kind != .said {
      throw Refusal(StoreFailure.noMessage(start))
    }
    var random = SystemRandomNumberGenerator()
    let fork: Session
    do throws(StoreFailure) {
      fork = try store.fork(
        session.id, at: start, title: title, now: WallClock.now, random: &random)
    } catch {
      throw Refusal(error)
    }
    let point = start.map { "after message #\($0)" } ?? "before the first message"
    Notice.tell("goes on \(point) of \(session.id); go on with: turn sessions resume \(fork.id)")
    try Output.send(fork.id + "\n")
  }
}

/// `turn sessions reset`: begins a conversation anew.
struct ResetCommand {
  private let name: String
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    name = invocation.value("NAME") ?? "last"
    place = try ConversationPlace(invocation)
  }

  func run() throws(Refusal) {
    let store = try place.look()
    let found = try store.conversation(named: name).stored
    _ = try store.use { (store) throws(StoreFailure) in
      try store.reset(found.session.id, now: WallClock.now)
    }
    var words = "\(found.session.id) begins anew"
    if let leaf = found.session.leaf {
      words +=
        "; \(SessionWords.count(found.tree.messages.count, "message")) stay, "
        + "and /fork \(leaf) goes back to the last"
    }
    try Output.send(words + "\n")
  }
}

/// `turn sessions delete`: removes a conversation and all that was said in it.
struct DeleteCommand {
  private let name: String
  private let isSure: Bool
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    name = invocation.value("NAME") ?? ""
    isSure = invocation.isOn("yes")
    place = try ConversationPlace(invocation)
  }

  func run() throws(Refusal) {
    let store = try place.look()
    let id = try store.use { (store) throws(StoreFailure) in try store.find(name) }
    let found = try store.use { (store) throws(StoreFailure) in try store.load(id) }
    let messages = SessionWords.count(found.tree.messages.count, "message")
    try Consent.require(
      for: "delete \(id) (\(found.session.title)) with \(messages)", isGiven: isSure)
    let isErased = try store.use { (store) throws(StoreFailure) in try store.delete(id) }
    try Output.send("\(id) is deleted; \(Consent.rest(isErased: isErased))\n")
  }
}
