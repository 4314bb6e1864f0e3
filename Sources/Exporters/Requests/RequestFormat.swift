import Patterns

/// How one provider wants to hear a dialogue.
protocol RequestFormat {
  /// Whether it remembers what was said, and takes only its own answers for the other side's words.
  static var remembers: Bool { get }

  static func body(
    of dialogue: Dialogue, settings: ExportSettings, notes: inout Notes
  ) -> RequestBody
}

extension RequestFormat {
  static var remembers: Bool { false }

  /// Parts system text from the rest, for a provider that has one place for it before all messages.
  static func parted(
    _ messages: [Message], provider: String, notes: inout Notes
  ) -> (system: [Piece], rest: [Message]) {
    let system = messages.filter { $0.role == .system }
    let rest = messages.filter { $0.role != .system }
    if messages.prefix(system.count).contains(where: { $0.role != .system }) {
      notes.add(
        "\(provider) has one place for system text: what comes later stands at the beginning too")
    }
    return (Array(system.map(\.content).joined(separator: [.text("\n\n")])), rest)
  }

  /// Leaves out the words of the assistant at the end, for a provider that refuses them there.
  static func withoutLastWords(
    _ messages: [Message], provider: String, notes: inout Notes
  ) -> [Message] {
    guard messages.last?.role == .assistant else { return messages }
    notes.add(
      "\(provider) takes no words of the assistant at the end of a request: they are left out")
    return Array(messages.prefix((messages.lastIndex { $0.role != .assistant } ?? -1) + 1))
  }

  /// Messages of the same role in a row as one, for a provider whose roles take turns.
  static func merged(_ messages: [Message]) -> [(role: Message.Role, texts: [[Piece]])] {
    messages.reduce(into: []) { groups, message in
      if groups.last?.role == message.role {
        groups[groups.count - 1].texts.append(message.content)
      } else {
        groups.append((message.role, [message.content]))
      }
    }
  }
}

extension Provider {
  var format: any RequestFormat.Type {
    switch self {
    case .openai: OpenAIChat.self
    case .responses: OpenAIResponses.self
    case .anthropic: AnthropicMessages.self
    case .gemini: GeminiContents.self
    case .m365Copilot: CopilotChat.self
    case .ollama: OllamaChat.self
    }
  }
}
