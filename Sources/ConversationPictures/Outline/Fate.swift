import Conversation

/// What becomes of a message of the path in the next request.
enum Fate: Hashable {
  case sent
  /// There is no room for it.
  case trimmed
  case summarised(by: ChatMessage.ID)
}

extension RequestOutlook {
  /// Of each message that is not sent; no other is among them.
  var fates: [ChatMessage.ID: Fate] {
    var fates: [ChatMessage.ID: Fate] = [:]
    for note in notes {
      switch note {
      case .trimmed(let ids): for id in ids { fates[id] = .trimmed }
      case .summarised(let ids, let summary):
        for id in ids { fates[id] = .summarised(by: summary) }
      default: break
      }
    }
    return fates
  }
}
