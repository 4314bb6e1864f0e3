/// A summary, and which messages of a path it stands for.
struct CoveringSummary {
  var message: ChatMessage
  var covered: Set<ChatMessage.ID>
  var first: ChatMessage.ID

  /// Nil for what is no summary of this path.
  init?(_ message: ChatMessage, on path: [ChatMessage]) {
    guard case .summary(let first) = message.kind,
      let start = path.firstIndex(where: { $0.id == first }),
      let end = path.firstIndex(where: { $0.id == message.parent }), start <= end
    else { return nil }
    self.message = message
    self.first = first
    covered = Set(path[start...end].map(\.id))
  }

  func covers(_ ids: [ChatMessage.ID]) -> Bool { ids.allSatisfy(covered.contains) }
}
