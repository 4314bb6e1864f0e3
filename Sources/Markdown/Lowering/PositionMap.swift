import Diagnostics

/// Where each byte of a lowered text stands in its source.
///
/// Text is copied in runs; what stands between two runs was made by the lowering.
struct PositionMap {
  private struct Run {
    var lowered: Int
    var source: Int
    var count: Int
    var file: Int
  }

  private var runs: [Run] = []

  mutating func removeAll() { runs.removeAll(keepingCapacity: true) }

  /// Notes that `count` bytes from `source` in `file` were copied to `lowered`. Runs come in
  /// ascending order.
  mutating func add(lowered: Int, source: Int, count: Int, file: Int) {
    guard count > 0 else { return }
    if let last = runs.last, last.file == file, last.lowered + last.count == lowered,
      last.source + last.count == source
    {
      runs[runs.count - 1].count += count
    } else {
      runs.append(Run(lowered: lowered, source: source, count: count, file: file))
    }
  }

  /// The source of a lowered byte; for a made byte, the end of the run before it.
  func source(of lowered: Int) -> (file: Int, offset: Int) {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].lowered <= lowered { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return (runs.first?.file ?? 0, runs.first?.source ?? 0) }
    let run = runs[low - 1]
    return (run.file, run.source + min(lowered - run.lowered, run.count))
  }

  /// The source of a run of lowered bytes, which ends in the file where it starts.
  func source(of lowered: Range<Int>) -> (file: Int, range: ByteRange) {
    let start = source(of: lowered.lowerBound)
    guard !lowered.isEmpty else { return (start.file, ByteRange(start.offset, start.offset)) }
    let last = source(of: lowered.upperBound - 1)
    guard last.file == start.file else {
      return (start.file, ByteRange(start.offset, start.offset + 1))
    }
    return (start.file, ByteRange(start.offset, last.offset + 1))
  }
}
