import ByteText
import Conversation
import JSON
package import Patterns

/// The turns that a conversation's pattern foresees, and which of them is next.
package struct ChatScript: Sendable, Hashable {
  package let turns: [FilledTurn]

  package init(_ conversation: FilledConversation) { turns = conversation.turns }

  /// The script that a session keeps; nil where it keeps none.
  package init?(stored text: String) {
    guard let value = try? JSONValue(parsing: Array(text.utf8)),
      let contents = ConversationFile.contents(of: value)
    else { return nil }
    self.init(contents.conversation)
  }

  /// The place of the turn that comes after what was said: after the last of its turns on the path.
  /// Going back makes turns come again, and one's own words in between change nothing.
  /// - Parameter skipped: The turns that the person passed over.
  func next(after path: [ChatMessage], without skipped: Set<String>) -> Int? {
    let said = Set(path.compactMap(\.turn))
    let last = turns.lastIndex { said.contains($0.id) }
    return turns.indices.first { $0 > last ?? -1 && !skipped.contains(turns[$0].id) }
  }

  func place(of id: String) -> Int? { turns.firstIndex { $0.id == id } }

  /// What is said in a turn, with the answers in it that it repeats.
  /// - Throws: The id of a turn whose answer is wanted and not there.
  func messages(
    of turn: FilledTurn, after path: [ChatMessage]
  ) throws(MissingAnswer) -> [(role: Message.Role, text: String)] {
    var messages: [(role: Message.Role, text: String)] = []
    for message in turn.messages {
      var text = ""
      for piece in message.content {
        switch piece {
        case .text(let words): text += words
        case .response(let id):
          let answer = path.last {
            $0.turn == id && $0.role == .assistant && $0.kind == .said && !$0.content.isEmpty
          }
          guard let answer else { throw MissingAnswer(turn: id) }
          text += answer.content
        }
      }
      if !text.isEmpty { messages.append((message.role, text)) }
    }
    return messages
  }

  struct MissingAnswer: Error { var turn: String }
}
