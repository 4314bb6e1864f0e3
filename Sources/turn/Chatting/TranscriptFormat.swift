import Conversation

/// How a conversation is written for others.
enum TranscriptFormat: String, CaseIterable {
  case text, markdown, html, json
  /// The plain list of roles and contents that other programs keep.
  case messages

  static let names = allCases.map(\.rawValue)

  func bytes(_ session: Session, _ tree: MessageTree) -> [UInt8] {
    let path = tree.path(to: session.leaf)
    let transcript = Transcript(path, title: session.title)
    switch self {
    case .text: return Array(transcript.text.utf8)
    case .markdown: return Array(transcript.markdown.utf8)
    case .html: return Array(transcript.html.utf8)
    case .json: return SessionFile(session: session, tree: tree).encoded()
    case .messages: return MessageList(path).encoded()
    }
  }
}
