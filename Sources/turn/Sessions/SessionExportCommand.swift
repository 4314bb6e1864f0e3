import Chat
import Commands
import Conversation
import ConversationPictures
import ConversationStore
import Terminal

/// `turn sessions export`: writes a conversation for others.
struct SessionExportCommand {
  private let name: String
  private let format: TranscriptFormat
  private let output: String?
  private let showsTimes: Bool
  private let keepsPath: Bool
  private let fitting: NextRequest
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    name = invocation.value("NAME") ?? "last"
    output = invocation.value("output")
    format =
      invocation.value("format").flatMap(TranscriptFormat.init(rawValue:))
      ?? TranscriptFormat(ending: output ?? "") ?? .text
    showsTimes = invocation.isOn("times")
    keepsPath = invocation.isOn("path")
    fitting = NextRequest(invocation)
    place = try ConversationPlace(invocation)
  }

  func run() throws(Refusal) {
    let store = try place.look()
    let found = try store.conversation(named: name)
    SessionWords.tell(interrupted: found.interrupted)
    var view = ConversationView(found.stored.session, found.stored.tree)
    if format == .svg || format == .html {
      view.outlook = try? fitting.engine(found.stored, in: store).outlook()
      if showsTimes { view.time = WallClock.local }
    }
    if keepsPath { view.keepPath() }
    try Output.write(format.bytes(view), to: output)
  }
}
