/// Ollama's chat, which answers as a stream unless told otherwise.
enum OllamaChat: RequestFormat {
  static func body(
    of dialogue: Dialogue, settings: ExportSettings, notes: inout Notes
  ) -> RequestBody {
    var members: [RequestBody.Member] = []
    members.add("model", .string(settings.model(for: .ollama)))
    members.add("messages", .list(dialogue.messages.map { OpenAIChat.message(of: $0) }))
    members.add("stream", .bool(settings.isStreamed))
    if let maximum = settings.maximum(for: .ollama) {
      members.add("options", ["num_predict": .number(maximum)])
    }
    return .object(members)
  }
}
