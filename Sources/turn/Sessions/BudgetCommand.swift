import Chat
import Commands
import Conversation
import ConversationStore
import JSON
import Patterns
import Terminal
import Tokens

/// `turn budget`: what the model's window would be used for in the next request.
struct BudgetCommand {
  private let name: String
  private let window: Int?
  private let vocabulary: String?
  private let isJSON: Bool
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    name = invocation.value("NAME") ?? "last"
    window = invocation.integer("window")
    vocabulary = invocation.value("vocabulary")
    isJSON = invocation.isOn("json")
    place = try ConversationPlace(invocation)
  }

  func run() throws(Refusal) {
    let store = try place.look()
    let found = try store.conversation(named: name)
    SessionWords.tell(interrupted: found.interrupted)
    var stored = found.stored
    stored.session.window = window ?? stored.session.window
    var settings = DerivationSettings(window: stored.session.window)
    settings.reserve = min(settings.reserve, (stored.session.window ?? .max) / 4)
    if let vocabulary { settings.counter = .vocabulary(try Asking.vocabulary(vocabulary)) }
    let engine = ChatEngine(
      stored, in: store, with: nil, settings: settings, now: { WallClock.now })
    let words = engine.nextWords?.last { $0.role == .user }?.text ?? ""
    let budget: ContextBudget
    do throws(ChatFailure) { budget = try engine.budget(saying: words) } catch {
      throw Refusal(error)
    }
    if isJSON { return try Output.sendJSON { json in json.value(budget.json) } }
    try Output.send(BudgetPicture.text(budget, columns: OutputLook().width, on: .output))
  }
}
