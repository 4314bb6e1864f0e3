import ByteText

/// Which words stand in which pieces, in the order in which they are met.
struct PostingCollector: ~Copyable {
  private var vocabulary = Vocabulary()
  /// Of each piece: where its postings begin.
  private var starts: [Int] = []
  /// Where those of the piece under way begin, plus one.
  private var first: UInt32 = 1
  private var words = Cells<UInt32>()
  private var weights = Cells<UInt16>()
  /// Of each word: its posting in the last piece that has it, plus one; 0 for none.
  private var latest = Cells<UInt32>()

  mutating func beginPiece() {
    starts.append(weights.count)
    first = UInt32(weights.count + 1)
  }

  @inline(__always)
  mutating func number(of word: WordReader.Word) -> Int {
    let number = vocabulary.number(of: word)
    if number == latest.count { latest.append(0) }
    return number
  }

  /// Changes what a word weighs in the piece under way.
  @inline(__always)
  mutating func update(_ word: Int, _ change: (inout Weight) -> Void) {
    var posting = latest[word]
    if posting < first {
      words.append(UInt32(word))
      weights.append(0)
      posting = UInt32(weights.count)
      latest[word] = posting
    }
    let place = Int(posting) - 1
    var weight = Weight(bits: weights[place])
    change(&weight)
    weights[place] = weight.bits
  }

  /// Orders the postings by word, and by piece for each word.
  func finish(_ index: inout PartialIndex) {
    index.words = vocabulary.bytes.array
    index.offsets = vocabulary.offsets.array
    index.order = SortedWord.sorted(index.words, index.offsets)
    var places = [UInt32](repeating: 0, count: vocabulary.count + 1)
    for posting in 0..<words.count { places[Int(words[posting]) + 1] += 1 }
    for word in 0..<vocabulary.count { places[word + 1] += places[word] }
    index.starts = places
    index.postings = Array(repeating: 0, count: weights.count)
    index.weights = Array(repeating: 0, count: weights.count)
    for piece in starts.indices {
      let end = piece + 1 < starts.count ? starts[piece + 1] : weights.count
      for posting in starts[piece]..<end {
        let place = Int(places[Int(words[posting])])
        index.postings[place] = UInt32(piece)
        index.weights[place] = weights[posting]
        places[Int(words[posting])] += 1
      }
    }
  }
}
