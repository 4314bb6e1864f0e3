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
    source(of: lowered, before: index(after: lowered))
  }

  private func source(of lowered: Int, before next: Int) -> (file: Int, offset: Int) {
    guard next > 0 else { return (runs.first?.file ?? 0, runs.first?.source ?? 0) }
    let run = runs[next - 1]
    return (run.file, run.source + min(lowered - run.lowered, run.count))
  }

  /// The first run that begins after a lowered byte; all before `first` are known not to.
  private func index(after lowered: Int, from first: Int = 0) -> Int {
    // Most ranges end in the run in which they begin.
    if first > 0, first == runs.count || runs[first].lowered > lowered { return first }
    var low = first
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].lowered <= lowered { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The source of the first byte of a range that was copied; of its first byte where none was.
  private func source(ofFirstIn range: Range<Int>, _ next: Int) -> (file: Int, offset: Int) {
    if next < runs.count, runs[next].lowered < range.upperBound,
      next == 0 || runs[next - 1].lowered + runs[next - 1].count <= range.lowerBound
    {
      return (runs[next].file, runs[next].source)
    }
    return source(of: range.lowerBound, before: next)
  }

  /// Where a source byte was copied to. `place` is where the last search ended: bytes are asked for
  /// in the order in which they were copied, and some more than once.
  func lowered(of offset: Int, in file: Int, from place: inout Int) -> Int? {
    var index = place
    while index < runs.count {
      let run = runs[index]
      if run.file == file, run.source <= offset, offset < run.source + run.count {
        place = index
        return run.lowered + offset - run.source
      }
      index += 1
    }
    return nil
  }

  /// The source of a run of lowered bytes, which ends in the file where it starts.
  func source(of lowered: Range<Int>) -> (file: Int, range: ByteRange) {
    let next = index(after: lowered.lowerBound)
    let start = source(ofFirstIn: lowered, next)
    guard !lowered.isEmpty else { return (start.file, ByteRange(start.offset, start.offset)) }
    let last = index(after: lowered.upperBound - 1, from: next)
    guard last > 0, runs[last - 1].file == start.file else {
      return (start.file, ByteRange(start.offset, start.offset + 1))
    }
    let run = runs[last - 1]
    return (
      start.file,
      ByteRange(start.offset, run.source + min(lowered.upperBound - run.lowered, run.count))
    )
  }
}
