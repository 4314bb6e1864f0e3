import Patterns

/// Anthropic's Messages: system text apart, roles in turns, no sampling parameters.
enum AnthropicMessages: RequestFormat {
  static func body(
    of dialogue: Dialogue, settings: ExportSettings, notes: inout Notes
  ) -> RequestBody {
    let name = "Anthropic"
    let (system, rest) = parted(dialogue.messages, provider: name, notes: &notes)
    let messages = withoutLastWords(rest, provider: name, notes: &notes)
    if messages.first?.role == .assistant {
      notes.add("\(name) expects the user to speak first")
    }
    if messages.isEmpty {
      notes.add("\(name) wants a message of the user, and there is none in turn \(dialogue.turn)")
    }
    var members: [RequestBody.Member] = []
    members.add("model", .string(settings.model(for: .anthropic)))
    members.add("max_tokens", settings.maximum(for: .anthropic).map { .number($0) })
    if !system.isEmpty { members.add("system", .text(system)) }
    members.add("messages", .list(merged(messages).map { message(role: $0.role, $0.texts) }))
    if settings.isStreamed { members.add("stream", true) }
    return .object(members)
  }

  private static func message(role: Message.Role, _ texts: [[Piece]]) -> RequestBody {
    let content: RequestBody =
      texts.count == 1
      ? .text(texts[0]) : .list(texts.map { ["type": "text", "text": .text($0)] })
    return ["role": .string(role.rawValue), "content": content]
  }
}
