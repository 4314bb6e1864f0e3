/// Topics in between. The message that begins one says so for good; a session only knows which are
/// open.
extension MessageTree {
  /// Every topic on which something was said, once, in the order in which they began.
  package var asides: [Session.Aside] {
    var seen: Set<Session.Aside> = []
    return messages.flatMap(\.begunAsides).filter { seen.insert($0).inserted }
  }

  /// The topics that are open when a session goes on from a message, the last one or another: those
  /// that it was said on, and those that were begun behind it. The innermost is the last.
  package func openAsides(
    of session: Session, movedTo leaf: ChatMessage.ID?
  ) -> [Session.Aside] {
    let path = path(to: leaf)
    let begun = path.flatMap(\.begunAsides)
    guard !begun.isEmpty || !session.asides.isEmpty else { return [] }
    let here = self.path(to: session.leaf)
    let (onPath, named) = (Set(begun), Set(asides))
    let kept = session.asides.filter { aside in
      if onPath.contains(aside) || aside.back == leaf { return true }
      // Where no message names it, its branch is the one that the session was on.
      guard !named.contains(aside), let start = Self.start(of: aside, on: here) else {
        return false
      }
      return path.indices.contains(start) && path[start].id == here[start].id
    }
    guard !onPath.isSubset(of: kept) else { return kept }
    // Ids grow along a path, and what is said on two topics names the outer one first.
    return (begun + kept.filter { !onPath.contains($0) })
      .sorted { ($0.back ?? .min) < ($1.back ?? .min) }
  }

  /// The topics of a session that are open and that no message names, as in a file of an earlier
  /// version, by the message that begins them on the path under way.
  package func unnamedAsides(of session: Session) -> [ChatMessage.ID: [String]] {
    guard !session.asides.isEmpty else { return [:] }
    let named = Set(messages.flatMap(\.begunAsides))
    let path = path(to: session.leaf)
    var unnamed: [ChatMessage.ID: [String]] = [:]
    for aside in session.asides where !named.contains(aside) {
      guard let start = Self.start(of: aside, on: path) else { continue }
      unnamed[path[start].id, default: []].append(aside.topic)
    }
    return unnamed
  }

  /// The place of the message behind which it goes on; nil where that is not on the path, or the last.
  private static func start(of aside: Session.Aside, on path: [ChatMessage]) -> Int? {
    guard let back = aside.back else { return path.isEmpty ? nil : 0 }
    let start = path.firstIndex { $0.id == back }.map { $0 + 1 }
    return start.flatMap { path.indices.contains($0) ? $0 : nil }
  }
}

extension ChatMessage {
  var begunAsides: [Session.Aside] { asides.map { Session.Aside(topic: $0, back: parent) } }
}
