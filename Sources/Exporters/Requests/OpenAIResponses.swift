import Patterns

/// OpenAI's Responses: the whole conversation in each request and nothing kept by the provider, unless
/// the settings say otherwise.
enum OpenAIResponses: RequestFormat {
  static func body(
    of dialogue: Dialogue, settings: ExportSettings, notes: inout Notes
  ) -> RequestBody {
    let messages = dialogue.messages
    // System text further on keeps its place as a message.
    let instructions = messages.prefix { $0.role == .system }
    var members: [RequestBody.Member] = []
    members.add("model", .string(settings.model(for: .responses)))
    if !instructions.isEmpty, instructions.count < messages.count {
      let text = instructions.map(\.content).joined(separator: [.text("\n\n")])
      members.add("instructions", .text(Array(text)))
    }
    let rest =
      instructions.count < messages.count ? messages.dropFirst(instructions.count) : messages[...]
    members.add("input", .list(rest.map { OpenAIChat.message(of: $0) }))
    // System text is not carried over from the response before, so it is said again above.
    members.add("previous_response_id", settings.previousResponse.map { .string($0) })
    members.add("store", .bool(settings.isKept))
    members.add("max_output_tokens", settings.maximum(for: .responses).map { .number($0) })
    if settings.isStreamed { members.add("stream", true) }
    return .object(members)
  }
}
