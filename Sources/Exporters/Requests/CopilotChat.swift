import Patterns

/// Microsoft 365 Copilot Chat: it keeps the conversation, and hears nobody but its user.
enum CopilotChat: RequestFormat {
  static let remembers = true

  static func body(
    of dialogue: Dialogue, settings: ExportSettings, notes: inout Notes
  ) -> RequestBody {
    if dialogue.own.contains(where: { $0.role == .system }) {
      notes.add(
        "Microsoft 365 Copilot takes no system text: that of turn \(dialogue.turn) is left out")
    }
    if dialogue.own.contains(where: { $0.role == .assistant }) {
      notes.add(
        "Microsoft 365 Copilot takes no scripted answers: those of turn \(dialogue.turn) are left out"
      )
    }
    if let fork = dialogue.forkOf {
      notes.add(
        "Microsoft 365 Copilot cannot go back: turn \(dialogue.turn) leaves out turn \(fork), "
          + "so it belongs into a new conversation, after the turns before that")
    }
    if let model = settings.model {
      notes.add("Microsoft 365 Copilot chooses its model itself: \"\(model)\" is left out")
    }
    if settings.maximumTokens != nil {
      notes.add("Microsoft 365 Copilot takes no limit of tokens: it is left out")
    }
    let texts = dialogue.own.filter { $0.role == .user }.map(\.content)
    return [
      "message": ["text": .text(Array(texts.joined(separator: [.text("\n\n")])))],
      "locationHint": ["timeZone": .string(settings.timeZone)],
    ]
  }
}
