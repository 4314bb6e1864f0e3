import ByteText
import JSON

/// A conversation as JSON, for programs.
package enum ConversationFile {
  package static let format = "turnbook.conversation/1"

  package static func encoded(
    _ conversation: FilledConversation, pattern: String, variant: String
  ) -> [UInt8] {
    var json = JSONWriter(layout: .indented)
    json.object { json in
      json.member("format", format)
      json.member("pattern", pattern)
      json.member("variant", variant)
      json.array("turns") { json in for turn in conversation.turns { write(turn, to: &json) } }
    }
    var buffer = json.finish()
    buffer.append("\n")
    return buffer.array
  }

  private static func write(_ turn: FilledTurn, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", turn.id)
      json.array("messages") { json in
        for message in turn.messages {
          json.object { json in
            json.member("role", message.role.rawValue)
            json.array("content") { json in
              for piece in message.content {
                json.object { json in
                  switch piece {
                  case .text(let text): json.member("text", text)
                  case .response(let id): json.member("response", id)
                  }
                }
              }
            }
          }
        }
      }
      json.member("fork_of", turn.forkOf)
      json.member("answer", turn.answer)
    }
  }
}
