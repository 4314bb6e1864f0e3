import Patterns

/// Gemini's generateContent: the assistant is called `model`, and which model is asked stands in the
/// address.
enum GeminiContents: RequestFormat {
  static func body(
    of dialogue: Dialogue, settings: ExportSettings, notes: inout Notes
  ) -> RequestBody {
    let name = "Gemini"
    let (system, rest) = parted(dialogue.messages, provider: name, notes: &notes)
    let messages = withoutLastWords(rest, provider: name, notes: &notes)
    if messages.first?.role == .assistant {
      notes.add("\(name) expects the user to speak first")
    }
    if messages.isEmpty {
      notes.add("\(name) wants a message of the user, and there is none in turn \(dialogue.turn)")
    }
    // Who asks for a stream knows the address.
    if let model = settings.model, !settings.isStreamed {
      notes.add(
        "\(name)'s requests do not name the model: ask at …/models/\(model):generateContent")
    }
    var members: [RequestBody.Member] = []
    if !system.isEmpty { members.add("systemInstruction", ["parts": parts([system])]) }
    members.add(
      "contents",
      .list(
        merged(messages).map { group in
          ["role": group.role == .assistant ? "model" : "user", "parts": parts(group.texts)]
        }))
    if let maximum = settings.maximum(for: .gemini) {
      members.add("generationConfig", ["maxOutputTokens": .number(maximum)])
    }
    return .object(members)
  }

  private static func parts(_ texts: [[Piece]]) -> RequestBody {
    .list(texts.map { ["text": .text($0)] })
  }
}
