import DevServer
import Synchronization

/// What has changed since somebody last looked: a build may take longer than the next edit.
final class PendingChanges: Sendable {
  private let changes = Mutex<Changes?>(nil)

  func add(_ more: Changes) {
    changes.withLock { changes in
      if case .files(let old) = changes, case .files(let new) = more {
        changes = .files(old.union(new))
      } else {
        changes = changes == nil || more == .everything ? more : .everything
      }
    }
  }

  func take() -> Changes? {
    changes.withLock { changes in
      defer { changes = nil }
      return changes
    }
  }
}
