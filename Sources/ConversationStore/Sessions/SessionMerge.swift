import Conversation

/// Brings together what two processes made of one session.
enum SessionMerge {
  /// - Parameters:
  ///   - base: What `mine` was made of.
  ///   - theirs: What is stored.
  static func merge(
    base: Session, mine: Session, theirs: Session
  ) throws(StoreFailure) -> Session {
    var merged = theirs
    var conflicts: [String] = []

    func pick<Value: Equatable>(_ field: WritableKeyPath<Session, Value>, _ name: String) {
      let value = mine[keyPath: field]
      if value == base[keyPath: field] { return }
      let stored = theirs[keyPath: field]
      if stored == base[keyPath: field] || stored == value {
        merged[keyPath: field] = value
      } else {
        conflicts.append(name)
      }
    }

    pick(\.title, "the title")
    pick(\.pattern, "the pattern")
    pick(\.script, "the turns to come")
    pick(\.system, "the system text")
    pick(\.goal, "the goal")
    pick(\.turnLimit, "the turn limit")
    pick(\.anchorEvery, "how often the goal is said")
    pick(\.provider, "the provider")
    pick(\.model, "the model")
    pick(\.baseURL, "the provider's address")
    pick(\.fit, "the fit policy")
    pick(\.window, "the window")
    pick(\.contact, "the contact")
    if mine.leaf != base.leaf { merged.leaf = mine.leaf }
    if mine.asides != base.asides { merged.asides = mine.asides }
    if mine.channel != base.channel { merged.channel = mine.channel }
    merged.values = values(base.values, mine.values, theirs.values, &conflicts)
    guard conflicts.isEmpty else { throw .changedMeanwhile(fields: conflicts) }
    return merged
  }

  /// Values are told apart by their names: two processes may each tell another one.
  private static func values(
    _ base: [RememberedValue], _ mine: [RememberedValue], _ theirs: [RememberedValue],
    _ conflicts: inout [String]
  ) -> [RememberedValue] {
    if mine == base { return theirs }
    if theirs == base { return mine }
    func value(_ name: String, in list: [RememberedValue]) -> String? {
      list.first { $0.name == name }?.value
    }
    var merged: [RememberedValue] = []
    var seen: Set<String> = []
    for name in (mine + theirs).map(\.name) where seen.insert(name).inserted {
      let old = value(name, in: base)
      let own = value(name, in: mine)
      let stored = value(name, in: theirs)
      if own != old, stored != old, own != stored { conflicts.append("the value \"\(name)\"") }
      if let value = own == old ? stored : own {
        merged.append(RememberedValue(name: name, value: value))
      }
    }
    return merged
  }
}
