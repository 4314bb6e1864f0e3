import Commands
import Conversation
import ConversationStore

/// `turn sessions show`: what was said in a conversation.
struct SessionShowCommand {
  private let name: String
  private let isJSON: Bool
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    name = invocation.value("NAME") ?? "last"
    isJSON = invocation.isOn("json")
    place = try ConversationPlace(invocation)
  }

  func run() throws(Refusal) {
    let found = try place.look().conversation(named: name)
    SessionWords.tell(interrupted: found.interrupted)
    let (session, tree) = (found.stored.session, found.stored.tree)
    if isJSON {
      return try Output.show(SessionFile(session: session, tree: tree).encoded())
    }
    try Output.send(SessionPage(session, tree, OutputLook()).text)
  }
}
