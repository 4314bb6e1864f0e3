import Chat
import Commands
import Conversation
import ConversationStore
import FileTree
import Patterns
import Providers
import Terminal

/// `turn chat`: runs a pattern, or the person's own words, against a model, and remembers.
struct ConversationCommand {
  private var gathering: ValueGathering
  private let id: String?
  private let draft: SessionDraft
  private var asking: Asking
  private let place: ConversationPlace
  private let isDry: Bool
  private let runsThrough: Bool
  private let format: TranscriptFormat

  init(_ invocation: Invocation) throws(Refusal) {
    gathering = ValueGathering(invocation)
    id = invocation.value("ID")
    draft = SessionDraft(invocation)
    asking = try Asking(invocation)
    try asking.asksAsRecorded()
    place = try ConversationPlace(invocation)
    isDry = invocation.isOn("dry-run")
    runsThrough = invocation.isOn("yes") || isDry || !Questions.canBeAsked
    format = invocation.value("format").flatMap(TranscriptFormat.init(rawValue:)) ?? .text
  }

  mutating func run() throws(Refusal) {
    // Before anything is stored: a run that has nothing to say need not begin a conversation.
    let words = runsThrough && id == nil ? try ScriptRun.input() : nil
    let store = isDry ? try ConversationPlace.passing() : try place.open()
    let engine = try engine(in: store)
    guard runsThrough else {
      var loop = ChatLoop(engine, store)
      return loop.run()
    }
    try ScriptRun(engine, saying: words, format: isDry ? nil : format).run()
  }

  private mutating func engine(in store: ConversationStore) throws(Refusal) -> ChatEngine {
    var session: Session
    if let id {
      let pattern = try PatternSearch.collection(from: gathering.from).pattern(id)
      let variant = try pattern.variant(gathering.variant)
      let filling = Filling(pattern, variant)
      session = try draft.session(asking, pattern: pattern, variant: variant)
      let known = try known(to: session, for: pattern, in: store)
      let conversation = try gathering.conversation(filling, known: known)
      session.follow(conversation, of: pattern, variant)
      session.values = filling.remembered(gathering.sources)
      if !isDry {
        gathering.keep(filling)
        try keep(filling, for: session, in: store)
      }
    } else {
      session = try draft.session(asking, pattern: nil, variant: nil)
    }
    // Before anything is stored: a conversation that nobody could answer need not begin.
    let partner =
      isDry
      ? try DryRun.partner(for: session) : try asking.partner(for: session)
    return try .begin(session, in: store, with: partner, settings: try asking.settings())
  }

  /// What is known of the contact, and of the person.
  private func known(
    to session: Session, for pattern: Pattern, in store: ConversationStore
  ) throws(Refusal) -> [GivenValues.Value] {
    // A dry run keeps nothing, and yet what is known is a part of what would be sent.
    let store = isDry ? try place.look() : store
    do throws(StoreFailure) {
      var kept = try store.keptValues(of: .person, for: pattern.id, now: WallClock.now)
      if let contact = session.contact {
        kept += try store.keptValues(of: .contact(contact), for: pattern.id, now: WallClock.now)
      }
      return kept.map { GivenValues.Value($0.name, $0.value) }
    } catch {
      throw Refusal(error)
    }
  }

  /// What the pattern says to keep for good is the contact's where the conversation is with one.
  private func keep(
    _ filling: Filling, for session: Session, in store: ConversationStore
  ) throws(Refusal) {
    guard gathering.remembers, let contact = session.contact else { return }
    let always = Set(filling.variables.filter { $0.remember == .always }.map(\.name))
    for value in session.values where always.contains(value.name) {
      do throws(StoreFailure) {
        try store.keep(
          KeptValue(
            owner: .contact(contact), name: value.name, value: value.value, told: WallClock.now))
      } catch {
        throw Refusal(error)
      }
    }
  }
}
