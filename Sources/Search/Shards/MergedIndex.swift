import ByteText

/// The words of a whole site, in order.
package struct MergedIndex: Sendable {
  /// One word, as one of the parts knows it.
  private struct Entry: Sendable {
    var part: Int
    var word: SortedWord
  }

  private let parts: [PartialIndex]
  private var entries: [Entry] = []
  /// The entries of each word: one for each part that has it.
  private var groups: [Range<Int>] = []
  /// How many pieces are in the parts before.
  private var bases: [Int] = []
  /// Of each piece: how little a word says about it that stands there once.
  private var damping: [Double] = []
  let pieces: [PartialIndex.Piece]
  let hash: ContentHash

  /// Of each piece: its page, and which of that page's pieces it is.
  package var places: [(page: Int, piece: Int)] {
    var places: [(page: Int, piece: Int)] = []
    for piece in pieces {
      let last = places.last ?? (page: -1, piece: 0)
      places.append(piece.isFirst ? (last.page + 1, 0) : (last.page, last.piece + 1))
    }
    return places
  }

  package var wordCount: Int { groups.count }

  /// - Parameter parts: In the order of the pages.
  package init(_ parts: [PartialIndex]) {
    self.parts = parts
    pieces = parts.flatMap(\.pieces)
    var hash = ContentHash()
    for (number, part) in parts.enumerated() {
      bases.append((bases.last ?? 0) + (number > 0 ? parts[number - 1].pieces.count : 0))
      entries += part.order.map { Entry(part: number, word: $0) }
      for page in part.hashes { hash.add(page) }
    }
    self.hash = hash
    let total = pieces.reduce(0) { $0 + $1.words }
    let mean = max(1, Double(total) / Double(max(1, pieces.count)))
    damping = pieces.map { Scoring.damping(length: Double($0.words) / mean) }
    sort()
  }

  /// Each part's words are in order: what remains is to merge them.
  private mutating func sort() {
    let parts = parts
    if parts.count > 1 {
      entries.sort { left, right in
        if left.word.key != right.word.key { return left.word.key < right.word.key }
        return parts[left.part].withWord(left.word) { one in
          parts[right.part].withWord(right.word) { two in
            if SortedWord.precedes(one, two) { return true }
            return !SortedWord.precedes(two, one) && left.part < right.part
          }
        }
      }
    }
    var start = 0
    for index in entries.indices {
      let isLast = index + 1 == entries.count || !isSame(entries[index], entries[index + 1])
      guard isLast else { continue }
      groups.append(start..<index + 1)
      start = index + 1
    }
  }

  private func isSame(_ left: Entry, _ right: Entry) -> Bool {
    guard left.word.key == right.word.key else { return false }
    return parts[left.part].withWord(left.word) { one in
      parts[right.part].withWord(right.word) { two in one.elementsEqual(two) }
    }
  }

  /// The bytes of a word by its place in the order.
  func word(_ index: Int) -> [UInt8] {
    let entry = entries[groups[index].lowerBound]
    return parts[entry.part].withWord(entry.word) { Array($0) }
  }

  /// In how many pieces a word stands.
  func frequency(_ index: Int) -> Int {
    entries[groups[index]].reduce(0) { count, entry in
      count + parts[entry.part].range(of: entry.word).count
    }
  }

  /// What is written about some words: for each, its pieces by level, the highest first.
  package func postings(_ range: Range<Int>) -> Postings {
    var levels = (0..<Level.count).map { _ in [UInt32]() }
    let scoring = Scoring()
    var out = ByteBuffer(capacity: 1 << 16)
    var written = Postings()
    for index in range {
      written.starts.append(out.count)
      for entry in entries[groups[index]] {
        parts[entry.part].forEachPosting(of: entry.word) { posting, weight in
          let piece = bases[entry.part] + posting
          let score = scoring.score(of: weight, damping: damping[piece])
          levels[Level.of(score * pieces[piece].boost)].append(UInt32(piece))
        }
      }
      for level in levels.indices.reversed() where !levels[level].isEmpty {
        out.append(digits: (levels[level].count - 1) * Level.count + level)
        var last = -1
        for piece in levels[level] {
          out.append(digits: Int(piece) - last - 1)
          last = Int(piece)
        }
        levels[level].removeAll(keepingCapacity: true)
      }
    }
    written.starts.append(out.count)
    written.bytes = out.array
    return written
  }

  /// The postings of words in a row.
  package struct Postings: Sendable {
    var bytes: [UInt8] = []
    /// Where those of each word begin, and where the last ones end.
    var starts: [Int] = []
  }
}

extension PartialIndex {
  fileprivate func withWord<Result>(
    _ word: SortedWord, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    words.withUnsafeBufferPointer { words in
      let number = Int(word.number)
      return body(
        UnsafeBufferPointer(rebasing: words[Int(offsets[number])..<Int(offsets[number + 1])]))
    }
  }

  /// Calls `body` with each piece of a word, ascending, and what it weighs there.
  @inline(__always)
  fileprivate func forEachPosting(of word: SortedWord, _ body: (Int, Weight) -> Void) {
    postings.withUnsafeBufferPointer { postings in
      weights.withUnsafeBufferPointer { weights in
        for place in range(of: word) { body(Int(postings[place]), Weight(bits: weights[place])) }
      }
    }
  }

  fileprivate func range(of word: SortedWord) -> Range<Int> {
    Int(starts[Int(word.number)])..<Int(starts[Int(word.number) + 1])
  }
}
