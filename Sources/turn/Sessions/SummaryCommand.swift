import Chat
import Commands
import Conversation
import ConversationStore
import Terminal

/// `turn sessions summary`: what is kept of a conversation; a new summary with `--make`.
struct SummaryCommand {
  private let name: String
  private let isMaking: Bool
  private let isJSON: Bool
  private let resuming: Resuming
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    name = invocation.value("NAME") ?? "last"
    isMaking = invocation.isOn("make")
    isJSON = invocation.isOn("json")
    resuming = try Resuming(invocation)
    place = try ConversationPlace(invocation)
  }

  func run() throws(Refusal) {
    let store = try place.look()
    let found = try store.conversation(named: name)
    SessionWords.tell(interrupted: found.interrupted)
    var (session, tree) = (found.stored.session, found.stored.tree)
    if isMaking {
      let engine = try resuming.engine(found.stored, in: store)
      Interruption.begin()
      do throws(ChatFailure) {
        _ = try engine.recap(until: Interruption.wish) { event in
          if case .waiting(let words) = event { Notice.tell(words) }
        }
      } catch {
        throw Refusal(error)
      }
      (session, tree) = (engine.session, engine.tree)
    }
    let summary = KeptSummary(session, tree)
    if isJSON { return try Output.sendJSON { json in summary.write(to: &json) } }
    try Output.send(summary.text(OutputLook()))
  }
}
