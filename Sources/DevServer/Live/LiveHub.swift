import Synchronization

/// Passes events on to all browsers that listen.
///
/// Each has a queue of bytes. Who reads it and finds it empty is told so with the queue still held, so
/// that nothing can be sent between its looking and its going to sleep.
package final class LiveHub: Sendable {
  private struct Listener {
    var queue: [UInt8]
    var isAsleep = false
    let wake: @Sendable () -> Void
  }

  private struct State {
    var listeners: [Int: Listener] = [:]
    var lastNumber = 0
    /// What who comes now has to hear.
    var latest: [UInt8] = []
    var isClosed = false
  }

  private let state = Mutex(State())

  package init() {}

  /// How many browsers listen, the dead ones of the last moment included.
  package var count: Int { state.withLock { $0.listeners.count } }

  /// Tells all browsers, and those that come until the next event.
  package func send(_ event: LiveEvent) {
    let bytes = event.bytes
    deliver { state in
      state.latest = bytes
      return bytes
    }
  }

  /// Says nothing: so that connections are not taken for dead by what is between, and dead ones are
  /// noticed here.
  package func keepAlive() {
    deliver { _ in Array(":\n\n".utf8) }
  }

  /// Ends all streams, and those that would begin later.
  package func close() {
    deliver { state in
      state.isClosed = true
      return []
    }
  }

  private func deliver(_ make: (inout State) -> [UInt8]) {
    let sleepers = state.withLock { state in
      let bytes = make(&state)
      var sleepers: [@Sendable () -> Void] = []
      for number in state.listeners.keys {
        state.listeners[number]?.queue += bytes
        guard state.listeners[number]?.isAsleep == true else { continue }
        state.listeners[number]?.isAsleep = false
        if let wake = state.listeners[number]?.wake { sleepers.append(wake) }
      }
      return sleepers
    }
    for wake in sleepers { wake() }
  }

  // MARK: One browser

  /// Half a second: a server that is started anew is there sooner than a person looks up.
  private static let greeting = Array("retry: 500\n\n".utf8)

  /// - Parameter wake: Called once after each time that it was told to sleep.
  /// - Returns: Its number.
  func join(wake: @escaping @Sendable () -> Void) -> Int {
    state.withLock { state in
      state.lastNumber += 1
      state.listeners[state.lastNumber] = Listener(
        queue: Self.greeting + state.latest, wake: wake)
      return state.lastNumber
    }
  }

  func leave(_ number: Int) {
    state.withLock { state in state.listeners[number] = nil }
  }

  /// Moves the next bytes of a browser into a room.
  /// - Parameter sleep: Called where there are none, before anything can be sent.
  /// - Returns: How many; nil at the end.
  func read(_ number: Int, into room: UnsafeMutableRawBufferPointer, sleep: () -> Void) -> Int? {
    state.withLock { state in
      guard let listener = state.listeners[number] else { return nil }
      guard !listener.queue.isEmpty else {
        if state.isClosed { return nil }
        state.listeners[number]?.isAsleep = true
        sleep()
        return 0
      }
      let count = min(listener.queue.count, room.count)
      room.copyBytes(from: listener.queue[..<count])
      state.listeners[number]?.queue.removeFirst(count)
      return count
    }
  }
}
