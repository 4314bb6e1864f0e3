package import FileTree
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Tells when files change, from a thread of its own, until it is given up.
package final class FileWatcher: Sendable {
  private let core: WatchCore

  /// - Parameter onChange: Called from the thread, for one change after another.
  package init(onChange: @escaping @Sendable (Changes) -> Void) throws(Errno) {
    let core = try WatchCore()
    self.core = core
    guard BackgroundThread.start({ core.run(onChange) }) else { throw Errno(code: EAGAIN) }
  }

  deinit { core.stop() }

  /// Watches these folders, with all that is in them, and files, and nothing else; what is not there
  /// is waited for. Names that begin with a dot do not matter unless they are asked for.
  /// - Parameters:
  ///   - paths: Absolute.
  ///   - since: Nanoseconds since 1970: what has changed from then on and was not watched is told as
  ///     changed. nil where that does not matter.
  /// - Throws: Where the system watches no more; what it does watch is watched.
  package func watch(_ paths: [String], since: Int64? = nil) throws(Errno) {
    try core.watch(paths, since: since)
  }

  /// The time for `since`, by the clock that files are dated with.
  package static var wallClock: Int64 {
    #if canImport(Darwin)
      Clock.time(CLOCK_REALTIME)
    #else
      Clock.time(CLOCK_REALTIME_COARSE)
    #endif
  }
}

private enum Clock {
  static var steady: Int64 { time(CLOCK_MONOTONIC) }

  static func time(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

/// What the thread and its watcher share.
private final class WatchCore: Sendable {
  #if canImport(Darwin)
    private typealias System = KqueueWatch
  #else
    private typealias System = InotifyWatch
  #endif

  private struct State: ~Copyable {
    var system: System
    var batch = ChangeBatch()
    var isStopped = false

    init(_ system: consuming System) { self.system = system }
  }

  private let state: Mutex<State>
  private let wake: WakePipe
  /// Readable when the system has something to tell.
  private let descriptor: CInt

  init() throws(Errno) {
    wake = try WakePipe()
    let system = try System()
    descriptor = system.descriptor
    state = Mutex(State(system))
  }

  func stop() {
    state.withLock { $0.isStopped = true }
    wake.wake()
  }

  func watch(_ paths: [String], since: Int64?) throws(Errno) {
    let failure = state.withLock { state -> Errno? in
      state.system.watch(paths, since: since, into: &state.batch, now: Clock.steady)
    }
    // There may be something to wait for now.
    wake.wake()
    if let failure { throw failure }
  }

  func run(_ onChange: (Changes) -> Void) {
    var patience: Int32 = -1
    while true {
      var wishes = [descriptor, wake.reader].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      poll(&wishes, nfds_t(wishes.count), patience)
      if wishes[1].revents != 0 { wake.drain() }
      var changes: Changes?
      let goesOn = state.withLock { state in
        if state.isStopped { return false }
        state.system.take(into: &state.batch, now: Clock.steady)
        let now = Clock.steady
        changes = state.batch.take(at: now)
        // Rounded up: it would wake too early, and once more.
        patience =
          state.batch.deadline.map { Int32(clamping: ($0 - now + 999_999) / 1_000_000) } ?? -1
        return true
      }
      guard goesOn else { return }
      if let changes { onChange(changes) }
    }
  }
}
