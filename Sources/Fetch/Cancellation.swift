import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A wish to stop, which one thread or a signal handler says and another heeds.
package final class Cancellation: Sendable {
  private let isWished = Atomic<Bool>(false)

  package init() {}

  /// Only stores a flag: safe in a signal handler.
  package func cancel() { isWished.store(true, ordering: .relaxed) }

  /// Takes the wish back, for what is begun next.
  package func reset() { isWished.store(false, ordering: .relaxed) }

  package var isCancelled: Bool { isWished.load(ordering: .relaxed) }

  /// Sleeps for a while, or until the wish is said.
  package func sleep(_ duration: Duration) {
    let end = ContinuousClock.now + duration
    while !isCancelled {
      let rest = end - ContinuousClock.now
      if rest <= .zero { return }
      usleep(UInt32(clamping: max(1, min(50, rest.milliseconds)) * 1000))
    }
  }
}
