/// Puts the pairs of one long piece together: its parts are a linked list, and a heap knows the
/// lowest rank.
struct HeapMerging {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let start: Int
  private let ranks: RankTable.View
  /// For each byte at which a part begins: where the next part and the one before begin, and the
  /// rank of it with the next one. Offsets in the piece.
  private var next: [Int32]
  private var previous: [Int32]
  private var rank: [UInt32]
  /// Rank above, place below: the smallest is the lowest rank, and the leftmost of these.
  private var heap: [UInt64] = []

  /// The piece is `bytes[start..<end]`, shorter than 2 GB.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, by ranks: RankTable.View
  ) {
    self.bytes = bytes
    self.start = start
    self.ranks = ranks
    let count = Int32(end - start)
    next = (0..<count).map { $0 + 1 }
    previous = (0..<count).map { $0 - 1 }
    rank = Array(repeating: RankTable.none, count: Int(count))
    heap.reserveCapacity(Int(count))
    for place in 0..<count - 1 {
      let found = ranks.rank(bytes, start + Int(place), start + Int(place) + 2)
      rank[Int(place)] = found
      if found != RankTable.none { heap.append(entry(found, place)) }
    }
    for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(index) }
  }

  consuming func tokens(_ take: (UInt32) -> Void) -> Int {
    let count = Int32(next.count)
    while let lowest = removeLowest() {
      let place = Int32(truncatingIfNeeded: lowest & 0xFFFF_FFFF)
      // What has changed since has an entry of its own.
      guard rank[Int(place)] == UInt32(truncatingIfNeeded: lowest >> 32) else { continue }
      let gone = next[Int(place)]
      let after = next[Int(gone)]
      next[Int(place)] = after
      rank[Int(gone)] = RankTable.none
      if after < count { previous[Int(after)] = place }
      update(place)
      if previous[Int(place)] >= 0 { update(previous[Int(place)]) }
    }
    var taken = 0
    var place: Int32 = 0
    while place < count {
      let end = next[Int(place)]
      take(ranks.rank(bytes, start + Int(place), start + Int(end)))
      taken += 1
      place = end
    }
    return taken
  }

  /// Finds the rank of a part with the next one anew.
  private mutating func update(_ place: Int32) {
    let middle = next[Int(place)]
    let found =
      middle < next.count
      ? ranks.rank(bytes, start + Int(place), start + Int(next[Int(middle)])) : RankTable.none
    rank[Int(place)] = found
    guard found != RankTable.none else { return }
    heap.append(entry(found, place))
    rise()
  }

  private func entry(_ rank: UInt32, _ place: Int32) -> UInt64 {
    UInt64(rank) << 32 | UInt64(place)
  }

  private mutating func removeLowest() -> UInt64? {
    guard let lowest = heap.first, let last = heap.popLast() else { return nil }
    if !heap.isEmpty {
      heap[0] = last
      sink(0)
    }
    return lowest
  }

  private mutating func rise() {
    var index = heap.count - 1
    let entry = heap[index]
    while index > 0, heap[(index - 1) / 2] > entry {
      heap[index] = heap[(index - 1) / 2]
      index = (index - 1) / 2
    }
    heap[index] = entry
  }

  private mutating func sink(_ start: Int) {
    var index = start
    let entry = heap[index]
    while true {
      var child = index * 2 + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < entry else { break }
      heap[index] = heap[child]
      index = child
    }
    heap[index] = entry
  }
}
