/// Turns a piece into tokens: begins with its single bytes and puts the two neighbours together
/// whose whole has the lowest rank, the leftmost first, until none are a token.
///
/// Pieces of ordinary words go through a scan for the lowest rank at each step, which is quickest
/// while they are short; longer ones through a heap, so that a megabyte without a space takes
/// n log n steps.
struct PairMerging: ~Copyable {
  private let ranks: RankTable.View
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where each part of the piece begins, and the rank of it with its right neighbour.
  private var parts: UnsafeMutablePointer<Part>

  private struct Part {
    var start: Int
    var rank: UInt32
  }

  /// Pieces up to this many bytes are scanned.
  private static let longestScanned = 96

  init(_ bytes: UnsafeBufferPointer<UInt8>, by ranks: RankTable.View) {
    self.bytes = bytes
    self.ranks = ranks
    parts = .allocate(capacity: Self.longestScanned + 1)
  }

  deinit { parts.deallocate() }

  /// Hands the tokens of the piece over in their order; gives back how many there are.
  @inline(__always) mutating func tokens(
    of start: Int, _ end: Int, _ take: (UInt32) -> Void
  ) -> Int {
    let whole = ranks.rank(bytes, start, end)
    if whole != RankTable.none {
      take(whole)
      return 1
    }
    return end - start <= Self.longestScanned
      ? scanned(start, end, take)
      : HeapMerging(bytes, start, end, by: ranks).tokens(take)
  }

  mutating func scanned(_ start: Int, _ end: Int, _ take: (UInt32) -> Void) -> Int {
    var count = end - start
    for index in 0..<count {
      let place = start + index
      let rank = place + 2 <= end ? ranks.rank(bytes, place, place + 2) : RankTable.none
      parts[index] = Part(start: place, rank: rank)
    }
    parts[count] = Part(start: end, rank: RankTable.none)

    while true {
      var lowest = RankTable.none
      var place = 0
      for index in 0..<count where parts[index].rank < lowest {
        lowest = parts[index].rank
        place = index
      }
      if lowest == RankTable.none { break }
      (parts + place + 1).update(from: parts + place + 2, count: count - place - 1)
      count -= 1
      parts[place].rank = rankWithNext(place, count)
      if place > 0 { parts[place - 1].rank = rankWithNext(place - 1, count) }
    }
    for index in 0..<count {
      take(ranks.rank(bytes, parts[index].start, parts[index + 1].start))
    }
    return count
  }

  @inline(__always) private func rankWithNext(_ place: Int, _ count: Int) -> UInt32 {
    guard place + 2 <= count else { return RankTable.none }
    return ranks.rank(bytes, parts[place].start, parts[place + 2].start)
  }
}
