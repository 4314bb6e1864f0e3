import Patterns

/// What was said on a path, for people to read. Summaries are not said.
package struct Transcript: Sendable {
  let title: String
  let messages: [ChatMessage]

  package init(_ path: [ChatMessage], title: String = "") {
    self.title = title
    messages = path.filter { $0.kind == .said && !$0.content.isEmpty }
  }

  /// Each message below the name of who says it; ends with a line feed.
  package var text: String {
    let blocks = messages.map { "\(heading($0)):\n\($0.content)" }
    return lines((title.isEmpty ? [] : [title]) + blocks)
  }

  /// Each message below a heading of the second level, the title above them. What is a heading in
  /// a message stays one.
  package var markdown: String {
    let blocks = messages.map { "## \(heading($0))\n\n\($0.content)" }
    return lines((title.isEmpty ? [] : ["# \(title)"]) + blocks)
  }

  private func lines(_ blocks: [String]) -> String {
    blocks.isEmpty ? "" : blocks.joined(separator: "\n\n") + "\n"
  }

  func heading(_ message: ChatMessage) -> String {
    var role =
      switch message.role {
      case .system: "System"
      case .user: "User"
      case .assistant: "Assistant"
      }
    if !message.asides.isEmpty { role += " (in between)" }
    switch message.state {
    case .whole: return role
    case .stopped: return role + " (stopped)"
    case .failed: return role + " (broken off)"
    case .underWay: return role + " (unfinished)"
    }
  }
}
