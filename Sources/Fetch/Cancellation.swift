import Synchronization

/// A wish to stop, which one thread or a signal handler says and another heeds.
package final class Cancellation: Sendable {
  private let isWished = Atomic<Bool>(false)

  package init() {}

  /// Only stores a flag: safe in a signal handler.
  package func cancel() { isWished.store(true, ordering: .relaxed) }

  package var isCancelled: Bool { isWished.load(ordering: .relaxed) }
}
