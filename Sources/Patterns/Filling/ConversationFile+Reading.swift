package import JSON

extension ConversationFile {
  /// What a file holds that `encoded` wrote.
  package struct Contents: Sendable, Hashable {
    package var conversation: FilledConversation
    package var pattern: String
    package var variant: String
  }

  /// Nil for what is no such file.
  package static func contents(of value: JSONValue) -> Contents? {
    guard value["format"]?.string == format, let pattern = value["pattern"]?.string,
      let variant = value["variant"]?.string, let list = value["turns"]?.array
    else { return nil }
    var turns: [FilledTurn] = []
    for element in list {
      guard let turn = turn(element) else { return nil }
      turns.append(turn)
    }
    return Contents(
      conversation: FilledConversation(turns: turns), pattern: pattern, variant: variant)
  }

  private static func turn(_ value: JSONValue) -> FilledTurn? {
    guard let id = value["id"]?.string, let list = value["messages"]?.array else { return nil }
    var messages: [FilledMessage] = []
    for element in list {
      guard let role = element["role"]?.string.flatMap(Message.Role.init(rawValue:)),
        let content = element["content"]?.array
      else { return nil }
      var pieces: [FilledMessage.Piece] = []
      for piece in content {
        if let text = piece["text"]?.string {
          pieces.append(.text(text))
        } else if let turn = piece["response"]?.string {
          pieces.append(.response(turn))
        } else {
          return nil
        }
      }
      messages.append(FilledMessage(role: role, content: pieces))
    }
    return FilledTurn(
      id: id, messages: messages, forkOf: value["fork_of"]?.string,
      answer: value["answer"]?.string)
  }
}
