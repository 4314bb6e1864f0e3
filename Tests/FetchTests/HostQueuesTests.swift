import Testing

@testable import Fetch

@Suite("Whose turn it is")
struct HostQueuesTests {
  private let now = ContinuousClock.now

  private func drained(_ queues: inout HostQueues<String>, at instant: ContinuousClock.Instant)
    -> [String]
  {
    var items: [String] = []
    while let item = queues.next(at: instant) { items.append(item) }
    return items
  }

  @Test("hosts take turns, and none has more at a time than allowed")
  func turns() {
    var queues = HostQueues<String>(perHost: 2, overall: 10)
    for item in ["a1", "a2", "a3", "b1", "b2", "b3"] {
      queues.add(item, host: String(item.prefix(1)))
    }
    #expect(drained(&queues, at: now) == ["a1", "b1", "a2", "b2"])
    queues.ended(host: "b")
    #expect(drained(&queues, at: now) == ["b3"])
    #expect(queues.nextChange(after: now) == nil)
    for host in ["a", "a", "b", "b"] { queues.ended(host: host) }
    #expect(drained(&queues, at: now) == ["a3"])
    #expect(!queues.isEmpty)
    queues.ended(host: "a")
    #expect(queues.isEmpty)
  }

  @Test("the limit for all hosts together holds")
  func overall() {
    var queues = HostQueues<String>(perHost: 2, overall: 3)
    for item in ["a1", "b1", "c1", "d1"] { queues.add(item, host: String(item.prefix(1))) }
    #expect(drained(&queues, at: now) == ["a1", "b1", "c1"])
    queues.ended(host: "a")
    #expect(drained(&queues, at: now) == ["d1"])
  }

  @Test("a host that is held waits while others go on")
  func held() {
    var queues = HostQueues<String>(perHost: 2, overall: 9)
    let later = now + .seconds(5)
    queues.hold("a", until: later)
    for item in ["a1", "b1"] { queues.add(item, host: String(item.prefix(1))) }
    #expect(drained(&queues, at: now) == ["b1"])
    #expect(queues.nextChange(after: now) == later)
    #expect(drained(&queues, at: later) == ["a1"])
  }

  @Test("what is put off starts when it is due, in the order of the times")
  func delayed() {
    var queues = HostQueues<String>(perHost: 9, overall: 9)
    queues.add("second", host: "a", notBefore: now + .seconds(2))
    queues.add("first", host: "a", notBefore: now + .seconds(1))
    #expect(!queues.isEmpty)
    #expect(drained(&queues, at: now).isEmpty)
    #expect(queues.nextChange(after: now) == now + .seconds(1))
    #expect(drained(&queues, at: now + .seconds(3)) == ["first", "second"])
  }

  @Test("what comes first goes before what waits")
  func first() {
    var queues = HostQueues<String>(perHost: 9, overall: 9)
    for item in ["1", "2", "3"] { queues.add(item, host: "a") }
    queues.add("0", host: "a", isFirst: true)
    #expect(queues.next(at: now) == "0")
    queues.add("00", host: "a", isFirst: true)
    #expect(drained(&queues, at: now) == ["00", "1", "2", "3"])
    queues.add("4", host: "a", isFirst: true)
    #expect(drained(&queues, at: now) == ["4"])
  }

  @Test("a long queue keeps its order")
  func long() {
    var queues = HostQueues<String>(perHost: 1, overall: 1)
    let items = (0..<1000).map(String.init)
    for item in items { queues.add(item, host: "a") }
    var taken: [String] = []
    while let item = queues.next(at: now) {
      taken.append(item)
      queues.ended(host: "a")
    }
    #expect(taken == items)
    #expect(queues.isEmpty)
  }
}
