import FileTree
import Synchronization

/// Work on many items at a time. Each worker keeps its own memory; the results come in the order of
/// the items, however many workers there were.
enum Workers {
  /// The cores that this process may use.
  static var coreCount: Int { CoreCount.available }

  /// - Parameters:
  ///   - chunk: items that one worker takes at a time: few enough to share the end of the work
  ///     fairly.
  ///   - makeWorker: called once for each worker, on its thread.
  ///   - body: the work on one item. A worker gets its items in ascending order.
  static func map<Worker: ~Copyable, Result: Sendable>(
    _ count: Int, jobs: Int, chunk: Int = 8, makeWorker: @Sendable @escaping () -> Worker,
    _ body: @Sendable @escaping (inout Worker, Int) -> Result
  ) async -> [Result] {
    guard count > chunk, jobs > 1 else {
      var worker = makeWorker()
      return (0..<count).map { body(&worker, $0) }
    }
    // Of few items a worker takes fewer at a time, so that none waits long for the last one.
    let chunk = max(1, min(chunk, count / (jobs * 32)))
    let next = Cursor()
    let parts = await withTaskGroup(of: [(Int, [Result])].self) { group in
      for _ in 0..<min(jobs, (count + chunk - 1) / chunk) {
        group.addTask {
          var worker = makeWorker()
          var parts: [(Int, [Result])] = []
          while true {
            let start = next.take(chunk)
            guard start < count else { return parts }
            var results: [Result] = []
            results.reserveCapacity(chunk)
            for index in start..<min(start + chunk, count) { results.append(body(&worker, index)) }
            parts.append((start, results))
          }
        }
      }
      var all: [(Int, [Result])] = []
      for await parts in group { all += parts }
      return all
    }
    var results: [Result] = []
    results.reserveCapacity(count)
    for part in parts.sorted(by: { $0.0 < $1.0 }) { results += part.1 }
    return results
  }

  /// The next item that no worker has taken.
  private final class Cursor: Sendable {
    private let value = Atomic<Int>(0)

    func take(_ count: Int) -> Int {
      value.wrappingAdd(count, ordering: .relaxed).oldValue
    }
  }
}
