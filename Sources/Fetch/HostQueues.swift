/// Who is asked next: requests waiting by host, so that none is asked more at a time than allowed,
/// and a host that wants to be left alone does not hold up others.
struct HostQueues<Item> {
  typealias Instant = ContinuousClock.Instant

  private struct Queue {
    var waiting: [Item] = []
    var head = 0
    var active = 0
    var heldUntil: Instant?

    var hasWaiting: Bool { head < waiting.count }

    mutating func add(_ item: Item, isFirst: Bool) {
      if !isFirst {
        waiting.append(item)
      } else if head > 0 {
        head -= 1
        waiting[head] = item
      } else {
        waiting.insert(item, at: 0)
      }
    }

    mutating func take() -> Item {
      let item = waiting[head]
      head += 1
      if head > 64, head * 2 > waiting.count {
        waiting.removeFirst(head)
        head = 0
      }
      return item
    }
  }

  private let perHost: Int
  private let overall: Int
  private var queues: [String: Queue] = [:]
  /// The hosts with something waiting, in the order of their turns.
  private var turns: [String] = []
  private var delayed: [(due: Instant, host: String, item: Item)] = []
  private var active = 0

  init(perHost: Int, overall: Int) {
    self.perHost = max(1, perHost)
    self.overall = max(1, overall)
  }

  /// Whether nothing waits and nothing runs.
  var isEmpty: Bool { active == 0 && turns.isEmpty && delayed.isEmpty }

  /// - Parameter isFirst: Whether it comes before everything else that waits for its host.
  mutating func add(
    _ item: Item, host: String, notBefore due: Instant? = nil, isFirst: Bool = false
  ) {
    if let due {
      delayed.append((due, host, item))
      return
    }
    if queues[host]?.hasWaiting != true { turns.append(host) }
    queues[host, default: Queue()].add(item, isFirst: isFirst)
  }

  /// Asks nothing more of a host until then.
  mutating func hold(_ host: String, until instant: Instant) {
    let held = queues[host]?.heldUntil ?? instant
    queues[host, default: Queue()].heldUntil = max(held, instant)
  }

  /// The next one that may start now; `ended` must be told when it is over.
  mutating func next(at now: Instant) -> Item? {
    bringDue(at: now)
    guard active < overall else { return nil }
    for (index, host) in turns.enumerated() {
      guard var queue = queues[host], queue.active < perHost, queue.heldUntil ?? now <= now else {
        continue
      }
      let item = queue.take()
      queue.active += 1
      active += 1
      queues[host] = queue
      turns.remove(at: index)
      if queue.hasWaiting { turns.append(host) }
      return item
    }
    return nil
  }

  mutating func ended(host: String) {
    queues[host]?.active -= 1
    active -= 1
  }

  /// When something can start that cannot now though there is room; nil when only an end helps.
  func nextChange(after now: Instant) -> Instant? {
    let held = turns.compactMap { queues[$0]?.heldUntil }.filter { $0 > now }.min()
    let due = delayed.map(\.due).min()
    guard let held, let due else { return held ?? due }
    return min(held, due)
  }

  private mutating func bringDue(at now: Instant) {
    guard delayed.contains(where: { $0.due <= now }) else { return }
    let due = delayed.filter { $0.due <= now }.sorted { $0.due < $1.due }
    delayed.removeAll { $0.due <= now }
    for (_, host, item) in due { add(item, host: host) }
  }
}
