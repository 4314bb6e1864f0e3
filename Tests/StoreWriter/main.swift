import Conversation
import ConversationStore
import Patterns

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// A process that writes a store until somebody ends it:
//   storewriter open FILE
//   storewriter append FILE SESSION COUNT WORD
//   storewriter answer FILE SESSION
// A line on standard output says what is stored.

/// One call, so that a line is there whole or not at all.
func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = write(1, bytes, bytes.count)
}

func complain(_ failure: StoreFailure) -> Never {
  say("failed: " + failure.words)
  exit(1)
}

let arguments = CommandLine.arguments
do throws(StoreFailure) {
  let store = try ConversationStore(path: arguments[2])
  switch arguments[1] {
  case "open": say("open")
  case "append":
    var parent: ChatMessage.ID?
    for index in 0..<(Int(arguments[4]) ?? 0) {
      let text = "\(arguments[5]) \(index) " + String(repeating: "x", count: index % 900)
      let message = try store.append(
        ChatMessage(id: 0, parent: parent, role: .user, content: text, time: Int64(index)),
        to: arguments[3])
      say("\(message.id) \(text.utf8.count)")
      parent = message.id
    }
  default:
    var answer = try store.append(
      ChatMessage(
        id: 0, parent: nil, role: .assistant, content: "", time: 1, state: .underWay),
      to: arguments[3])
    answer.content = "The beginning of"
    try store.finish(answer)
    say("\(answer.id)")
    while true { pause() }
  }
} catch {
  complain(error)
}
