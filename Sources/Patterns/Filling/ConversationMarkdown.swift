/// A conversation as a Markdown page, each message in a fence that nothing in it can end.
package enum ConversationMarkdown {
  package static func text(_ conversation: FilledConversation, title: String) -> String {
    "# \(line(title))\n\n"
      + conversation.turns.map { turn in
        let fork = turn.forkOf.map { ", instead of what followed turn \($0)" } ?? ""
        return "## Turn \(turn.id)\(fork)\n\n" + text(turn)
      }.joined(separator: "\n")
  }

  package static func text(_ turn: FilledTurn) -> String {
    turn.messages.map { message in
      let isPlain = message.role == .user && turn.messages.count == 1
      let role = isPlain ? "" : "**\(message.role.label):**\n\n"
      let text = message.plainText
      let fence = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
      let end = text.utf8.last == 0x0A ? "" : "\n"
      return "\(role)\(fence)text\n\(text)\(end)\(fence)\n"
    }.joined(separator: "\n")
  }

  /// The most backticks in a row.
  private static func longestRun(in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// A title is one line, and what Markdown would read in it is escaped.
  private static func line(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" {
        line += " "
      } else {
        if "\\`*_[]<>#&".unicodeScalars.contains(scalar) { line += "\\" }
        line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
