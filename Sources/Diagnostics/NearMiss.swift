/// Finds the name that a person most likely meant.
package enum NearMiss {
  /// The candidate nearest to `name`, or nil when none is near: at most a third of the letters
  /// differ, and at least one agrees. Letter case counts less than a letter. Ties go to the
  /// candidate that comes first.
  package static func best(for name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard !wanted.isEmpty else { return nil }
    let wantedBits = bits(of: wanted)
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name {
      guard mayBeNear(candidate, wanted.count, wantedBits) else { continue }
      let letters = Array(candidate.lowercased().unicodeScalars)
      let limit = max(1, max(wanted.count, letters.count) / 3)
      guard abs(letters.count - wanted.count) <= limit else { continue }
      guard let distance = editDistance(wanted, letters, atMost: limit),
        distance < max(wanted.count, letters.count)
      else { continue }
      if distance < (best?.distance ?? .max) { best = (candidate, distance) }
    }
    return best?.name
  }

  /// A cheap look at a name with letters of ASCII alone, which stay as many in lower case: whether
  /// it is about as long, and has about the same letters. Each letter that only one of the two has
  /// takes a step of its own.
  private static func mayBeNear(_ candidate: String, _ count: Int, _ wanted: UInt64) -> Bool {
    var bits: UInt64 = 0
    for byte in candidate.utf8 {
      guard byte < 0x80 else { return true }
      bits |= 1 << UInt64(((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) & 63)
    }
    let length = candidate.utf8.count
    let limit = max(1, max(count, length) / 3)
    return abs(length - count) <= limit && (bits & ~wanted).nonzeroBitCount <= limit
      && (wanted & ~bits).nonzeroBitCount <= limit
  }

  /// The letters of a name, each as one of 64 bits.
  private static func bits(of letters: [Unicode.Scalar]) -> UInt64 {
    letters.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one into the other
  /// (optimal string alignment); nil when it takes more than `limit`.
  private static func editDistance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int
  ) -> Int? {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var row = beforeLast
    for i in left.indices {
      row[0] = i + 1
      var least = i + 1
      for j in right.indices {
        let replaced = last[j] + (left[i] == right[j] ? 0 : 1)
        var cost = min(replaced, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row[j + 1] = cost
        least = min(least, cost)
      }
      // A swap reaches back two rows, one step cheaper.
      if least > limit + 1 { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
