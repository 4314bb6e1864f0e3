import Conversation
import ConversationPictures

/// How a conversation is written for others.
enum TranscriptFormat: String, CaseIterable {
  case text, markdown, html, svg, json
  /// The plain list of roles and contents that other programs keep.
  case messages

  static let names = allCases.map(\.rawValue)

  /// What a file is that ends so; nil for an ending that says nothing.
  init?(ending file: String) {
    let endings: [(String, TranscriptFormat)] = [
      (".md", .markdown), (".markdown", .markdown), (".html", .html), (".svg", .svg),
      (".json", .json),
    ]
    guard let found = endings.first(where: { file.lowercased().hasSuffix($0.0) }) else {
      return nil
    }
    self = found.1
  }

  func bytes(_ view: ConversationView) -> [UInt8] {
    let path = view.tree.path(to: view.session.leaf)
    let transcript = Transcript(path, title: view.session.title)
    switch self {
    case .text: return Array(transcript.text.utf8)
    case .markdown: return Array(transcript.markdown.utf8)
    case .html: return ConversationPage.html(view)
    case .svg: return ConversationDrawing.svg(view)
    case .json: return SessionFile(session: view.session, tree: view.tree).encoded()
    case .messages: return MessageList(path).encoded()
    }
  }
}
