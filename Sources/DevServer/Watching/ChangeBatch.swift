/// What has changed.
package enum Changes: Equatable, Sendable {
  /// Absolute paths of files that were written, came or went.
  case files(Set<String>)
  /// More than can be named: folders came or went, or the system lost count.
  case everything
}

/// Gathers what belongs to one change: a save is several events, and a branch switch thousands.
///
/// Files that vanish are waited for: many editors move the old file away, write the new one and
/// give it to the disk before they are done, and in between the page would seem to be gone.
struct ChangeBatch {
  enum Sign {
    /// The content is whole.
    case written
    /// A file was made that has yet to be written.
    case begun
    /// Something else about it has changed, such as who may read it.
    case touched
    case gone
  }

  private struct File {
    /// Whether the first that was heard of it is that it went.
    let wasThere: Bool
    var last: Sign

    /// Whether it came and went meanwhile, as what editors try and keep for a moment.
    var isPassing: Bool { !wasThere && last == .gone }

    var isSettled: Bool {
      switch last {
      case .written, .touched: true
      case .begun: false
      case .gone: !wasThere
      }
    }
  }

  // Nanoseconds.
  private static let pause: Int64 = 3_000_000
  /// Between files of a program that writes many.
  private static let longPause: Int64 = 30_000_000
  private static let many = 32
  /// For a file that has vanished, or is not yet written.
  private static let patience: Int64 = 100_000_000
  /// Nobody waits longer than this, however much goes on.
  private static let limit: Int64 = 1_000_000_000

  private var files: [String: File] = [:]
  private var unsettled = 0
  private var isEverything = false
  private var first: Int64?
  private var last: Int64 = 0

  /// - Parameter now: Nanoseconds of a clock that only goes forward.
  mutating func note(_ path: String, _ sign: Sign, at now: Int64) {
    touch(now)
    guard !isEverything else { return }
    let before = files[path]
    let last = sign == .touched ? before?.last ?? sign : sign
    let file = File(wasThere: before?.wasThere ?? (sign == .gone), last: last)
    unsettled += (file.isSettled ? 0 : 1) - (before.map { $0.isSettled ? 0 : 1 } ?? 0)
    files[path] = file
  }

  mutating func noteEverything(at now: Int64) {
    touch(now)
    isEverything = true
    files = [:]
    unsettled = 0
  }

  private mutating func touch(_ now: Int64) {
    first = first ?? now
    last = now
  }

  /// When to act on it; nil while there is nothing.
  var deadline: Int64? {
    guard let first else { return nil }
    let wait =
      unsettled > 0
      ? Self.patience : isEverything || files.count > Self.many ? Self.longPause : Self.pause
    return min(last + wait, first + Self.limit)
  }

  /// Gives it away and begins anew; nil where it is not yet time.
  mutating func take(at now: Int64) -> Changes? {
    guard let deadline, deadline <= now else { return nil }
    defer { self = ChangeBatch() }
    if isEverything { return .everything }
    let lasting = files.filter { !$0.value.isPassing }
    return .files(Set((lasting.isEmpty ? files : lasting).keys))
  }
}
