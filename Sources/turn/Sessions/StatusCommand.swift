import Chat
import Commands
import Conversation
import ConversationStore
import JSON
import Patterns
import Terminal

/// `turn status`: how far a conversation is on the way to its goal.
struct StatusCommand {
  private let name: String
  private let done: [Int]
  private let open: [Int]
  private let isJSON: Bool
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    name = invocation.value("NAME") ?? "last"
    done = invocation.values("done").compactMap { Int($0) }
    open = invocation.values("open").compactMap { Int($0) }
    isJSON = invocation.isOn("json")
    place = try ConversationPlace(invocation)
  }

  func run() throws(Refusal) {
    let store = try place.look()
    let found = try store.conversation(named: name)
    SessionWords.tell(interrupted: found.interrupted)
    let engine = ChatEngine(
      found.stored, in: store, with: nil, settings: DerivationSettings(),
      now: { WallClock.now })
    do throws(ChatFailure) {
      for number in done { try engine.setStep(number, isDone: true) }
      for number in open { try engine.setStep(number, isDone: false) }
    } catch .store(let failure) {
      throw Refusal(failure)
    } catch {
      throw Refusal(.usage, error.words)
    }
    if isJSON {
      try Output.sendJSON { json in Self.write(engine, to: &json) }
    } else {
      try Output.send(Self.text(engine, OutputLook()))
    }
    if let reason = Self.reason(engine.session.goal) { throw Refusal(.content, reason) }
  }

  /// Why the goal is not reached; nil where it is.
  private static func reason(_ goal: Goal?) -> String? {
    guard let goal else { return "there is no goal that could be reached" }
    if goal.isReached { return nil }
    if goal.steps.isEmpty { return "the goal has no steps to tick off" }
    let done = goal.steps.count { $0.isDone }
    return "the goal is not reached: \(done) of \(SessionWords.count(goal.steps.count, "step")) "
      + (goal.steps.count == 1 ? "is done" : "are done")
  }

  private static func text(_ engine: ChatEngine, _ look: OutputLook) -> String {
    let session = engine.session
    var text = look.paint(SessionWords.beginning(session.title, length: 100), as: .heading) + "\n"
    text += look.paint(SessionWords.facts(session), as: .faint) + "\n"
    text += SessionWords.goal(session, width: look.width)
    let limit = session.turnLimit.map { " of \($0)" } ?? ""
    text += "Turns: \(engine.turnCount)\(limit)\n"
    if let next = engine.next {
      let words = nextWords(engine).map { ": " + SessionWords.beginning($0) } ?? ""
      text += "Next: turn \(next.id)\(words)\n"
    } else if engine.script != nil {
      text += "Next: every turn of the pattern is said\n"
    }
    for aside in session.asides {
      text += Prose.wrapped(aside.topic, width: look.width, first: "In between: ")
    }
    return text
  }

  /// What the user says in the script's next turn.
  private static func nextWords(_ engine: ChatEngine) -> String? {
    engine.nextWords?.last { $0.role == .user }?.text
  }

  private static func write(_ engine: ChatEngine, to json: inout JSONWriter) {
    let session = engine.session
    json.object { json in
      json.member("id", session.id)
      json.member("title", session.title)
      json.key("goal")
      json.value(session.goal)
      json.member("turns", engine.turnCount)
      json.member("turn_limit", session.turnLimit)
      json.key("next")
      if let next = engine.next {
        json.object { json in
          json.member("turn", next.id)
          json.member("words", nextWords(engine))
        }
      } else {
        json.null()
      }
      json.member("channel", session.channel.rawValue)
      json.array("asides") { json in for aside in session.asides { json.value(aside.topic) } }
    }
  }
}
