/// A conversation as plain text, in the notation of templates: `Turn 1:`, and roles where they are
/// not the user's.
package enum ConversationText {
  /// Ends with a line break. One turn of the user alone is its text, without a label.
  package static func text(_ conversation: FilledConversation) -> String {
    if let only = conversation.turns.first, conversation.turns.count == 1,
      only.messages.allSatisfy({ $0.role == .user })
    {
      return text(only)
    }
    return conversation.turns.map(labelled).joined()
  }

  /// What is said in one turn, without its label.
  package static func text(_ turn: FilledTurn) -> String {
    if turn.messages.count == 1 { return lines(turn.messages[0], after: nil) }
    return turn.messages.map { lines($0, after: "\($0.role.label):") }.joined()
  }

  private static func labelled(_ turn: FilledTurn) -> String {
    guard turn.messages.count == 1, let message = turn.messages.first else {
      return "Turn \(turn.id):\n" + text(turn)
    }
    let role = message.role == .user ? "" : " (\(message.role.rawValue))"
    return lines(message, after: "Turn \(turn.id)\(role):")
  }

  /// The lines of a message behind its label. A line that looks like a label itself is indented: it
  /// is text, and stays text when it is read again.
  private static func lines(_ message: FilledMessage, after label: String?) -> String {
    let text = Array(message.plainText.utf8)
    var result: [UInt8] = Array((label ?? "").utf8)
    result.reserveCapacity(text.count + 64)
    var start = 0
    while start < text.count {
      // A CR alone ends a line too, as in Markdown.
      let end = text[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
      let line = text[start..<end]
      let isLabel = TurnLabel.begins(line)
      if start == 0, label != nil, !line.isEmpty { result.append(isLabel ? 0x0A : 0x20) }
      if isLabel { result += Array("    ".utf8) }
      result += line
      if end < text.count { result.append(text[end]) }
      start = end + 1
    }
    if result.last != 0x0A { result.append(0x0A) }
    return String(decoding: result, as: UTF8.self)
  }
}

/// The labels of the notation for turns.
package enum TurnLabel {
  private static let roles = ["system", "user", "assistant"]

  /// Whether a line would begin a turn or a message: `Turn 2:`, `Turn N (assistant): …`, `System:`,
  /// in any case of letters.
  package static func begins(_ line: ArraySlice<UInt8>) -> Bool {
    // Longer ones are no labels, and a line may have a megabyte.
    guard let colon = line.prefix(200).firstIndex(of: UInt8(ascii: ":")) else { return false }
    let words = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      .split { !$0.isLetter && !$0.isNumber }
    guard let first = words.first else { return false }
    if first == "turn" { return words.count <= 3 }
    return words.count == 1 && roles.contains(String(first))
  }
}

extension FilledMessage {
  /// The message as text, answers by a note in their place.
  package var plainText: String {
    content.map { piece in
      switch piece {
      case .text(let text): text
      case .response(let id): "[answer to turn \(id)]"
      }
    }.joined()
  }
}

extension Message.Role {
  /// `System`.
  package var label: String {
    switch self {
    case .system: "System"
    case .user: "User"
    case .assistant: "Assistant"
    }
  }
}
