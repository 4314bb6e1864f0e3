import Exporters
import Patterns

/// What a filled-in conversation is written as: everything that knows of a format is here.
enum OutputFormat: String, CaseIterable {
  case text, markdown, json

  /// What a person can type: these, and the formats of other programs that hold a conversation.
  static let names =
    allCases.map(\.rawValue)
    + ExportFormat.allCases.filter { $0.kind != .template }.map(\.rawValue)

  /// - Parameter turn: The turn to write alone, by its place in the conversation.
  func bytes(
    _ conversation: FilledConversation, of pattern: Pattern, _ variant: Variant, turn: Int?
  ) -> [UInt8] {
    let only = turn.map { conversation.turns[$0] }
    let title = variant.kind == .main ? pattern.title : "\(pattern.title): \(variant.title)"
    switch self {
    case .text:
      return Array(
        (only.map { ConversationText.text($0) } ?? ConversationText.text(conversation)).utf8)
    case .markdown:
      let text = only.map { ConversationMarkdown.text($0) }
      return Array((text ?? ConversationMarkdown.text(conversation, title: title)).utf8)
    case .json:
      let written = only.map { FilledConversation(turns: [$0]) } ?? conversation
      return ConversationFile.encoded(written, pattern: pattern.id, variant: variant.id)
    }
  }
}
