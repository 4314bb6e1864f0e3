import Conversation

/// Where on the path what is not sent begins, and where what is sent does.
struct PathMarks {
  /// What is said between two messages.
  enum Mark: Hashable {
    case trimmed(messages: Int, tokens: Int?)
    case summarised(messages: Int, by: ChatMessage.ID)
    /// From here on it is sent.
    case sent
  }

  /// By the message that follows.
  private(set) var before: [ChatMessage.ID: Mark] = [:]
  /// Behind the last message.
  private(set) var end: Mark?
  private(set) var fates: [ChatMessage.ID: Fate]

  init(_ path: Strand, _ outlook: RequestOutlook?) {
    fates = outlook?.fates ?? [:]
    var runs: [(fate: Fate, ids: [ChatMessage.ID])] = []
    for entry in path.entries {
      let id = entry.message.id
      let fate = fates[id] ?? .sent
      if runs.last?.fate == fate {
        runs[runs.count - 1].ids.append(id)
      } else {
        runs.append((fate, [id]))
      }
    }
    let trimmed = runs.count { $0.fate == .trimmed }
    let isOneKind = !runs.contains { if case .summarised = $0.fate { true } else { false } }
    for (place, run) in runs.enumerated() {
      switch run.fate {
      case .sent: if place > 0 { before[run.ids[0]] = .sent }
      case .trimmed:
        // The budget knows one figure for all that is not sent.
        let tokens = trimmed == 1 && isOneKind ? outlook?.budget.trimmed : nil
        before[run.ids[0]] = .trimmed(messages: run.ids.count, tokens: tokens)
      case .summarised(let summary):
        before[run.ids[0]] = .summarised(messages: run.ids.count, by: summary)
      }
    }
    if let last = runs.last, last.fate != .sent { end = .sent }
  }
}
