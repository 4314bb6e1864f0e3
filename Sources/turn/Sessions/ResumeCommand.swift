import Chat
import Commands
import Conversation
import ConversationStore
import Terminal

/// `turn sessions resume`: goes on with a conversation.
struct ResumeCommand {
  private let name: String
  private let resuming: Resuming
  private let place: ConversationPlace
  private let runsThrough: Bool
  private let format: TranscriptFormat

  init(_ invocation: Invocation) throws(Refusal) {
    name = invocation.value("NAME") ?? "last"
    resuming = try Resuming(
      invocation, channel: invocation.value("channel").flatMap(Channel.init(rawValue:)))
    place = try ConversationPlace(invocation)
    runsThrough = invocation.isOn("yes") || !Questions.canBeAsked
    format = invocation.value("format").flatMap(TranscriptFormat.init(rawValue:)) ?? .text
  }

  func run() throws(Refusal) {
    let store = try place.look()
    let found = try store.conversation(named: name)
    SessionWords.tell(interrupted: found.interrupted)
    SessionWords.tell(underWay: found.stored.tree)
    let engine = try resuming.engine(found.stored, in: store)
    guard runsThrough else {
      if !found.interrupted.isEmpty { Notice.tell("/retry asks again") }
      var loop = ChatLoop(engine, store)
      return loop.run()
    }
    try ScriptRun(engine, format: format, isResumed: true).run()
  }
}
