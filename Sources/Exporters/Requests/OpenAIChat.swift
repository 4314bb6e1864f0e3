import Patterns

/// OpenAI's Chat Completions, which many others understand: system text keeps the role `system`,
/// because those others know no `developer`.
enum OpenAIChat: RequestFormat {
  static func body(
    of dialogue: Dialogue, settings: ExportSettings, notes: inout Notes
  ) -> RequestBody {
    var members: [RequestBody.Member] = []
    members.add("model", .string(settings.model(for: .openai)))
    members.add("messages", .list(dialogue.messages.map { message(of: $0) }))
    members.add("max_completion_tokens", settings.maximum(for: .openai).map { .number($0) })
    if settings.isStreamed {
      members.add("stream", true)
      members.add("stream_options", ["include_usage": true])
    }
    return .object(members)
  }

  static func message(of message: Message) -> RequestBody {
    ["role": .string(message.role.rawValue), "content": .text(message.content)]
  }
}
