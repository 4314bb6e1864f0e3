import Chat
import Commands
import Conversation
import ConversationPictures
import ConversationStore
import JSON
import Terminal

/// `turn budget`: what the model's window would be used for in the next request.
struct BudgetCommand {
  private let name: String
  private let fitting: NextRequest
  private let isJSON: Bool
  private let isSVG: Bool
  private let output: String?
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    name = invocation.value("NAME") ?? "last"
    fitting = NextRequest(invocation)
    output = invocation.value("output")
    let ending = TranscriptFormat(ending: output ?? "")
    isSVG = invocation.isOn("svg") || !invocation.isOn("json") && ending == .svg
    isJSON = invocation.isOn("json") || !isSVG && ending == .json
    if invocation.isOn("svg"), invocation.isOn("json") {
      throw Refusal(.usage, "--svg and --json cannot both be the form\nName one of them")
    }
    place = try ConversationPlace(invocation)
  }

  func run() throws(Refusal) {
    let store = try place.look()
    let found = try store.conversation(named: name)
    SessionWords.tell(interrupted: found.interrupted)
    let engine = try fitting.engine(found.stored, in: store)
    let budget: ContextBudget
    do throws(DerivationError) { budget = try engine.outlook().budget } catch {
      throw Refusal(.derivation(error))
    }
    try Output.write(bytes(of: budget, in: engine.session), to: output)
  }

  private func bytes(of budget: ContextBudget, in session: Session) -> [UInt8] {
    if isSVG { return BudgetDrawing.svg(budget, title: session.title) }
    if isJSON { return Output.encoded { json in json.value(budget.json) } }
    let columns = output == nil ? OutputLook().width : 100
    return Array(BudgetPicture.text(budget, columns: columns, on: .output).utf8)
  }
}
