import Diagnostics

/// Which part of a text is another than before: all between the bytes that both begin with and those
/// that both end with.
struct EditedSpan {
  private let before: Range<Int>
  private let growth: Int

  init(from old: [UInt8], to new: [UInt8]) {
    let most = min(old.count, new.count)
    var start = 0
    while start < most, old[start] == new[start] { start += 1 }
    var end = 0
    while end < most - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
    before = start..<(old.count - end)
    growth = new.count - old.count
  }

  /// Where bytes of the old text stand in the new one; nil where they were edited.
  func moved(_ range: ByteRange) -> ByteRange? {
    if range.end <= before.lowerBound { return range }
    guard range.start >= before.upperBound else { return nil }
    return ByteRange(range.start + growth, range.end + growth)
  }
}
