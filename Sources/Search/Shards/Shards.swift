import ByteText
import JSON

/// Cuts an index into files of a bounded size, so that a reader fetches only what a question needs.
///
/// Each file hands one value to a function of `search.js`: a script can be loaded from a disk too,
/// where nothing can be fetched. `index.js` says which words and pieces are in which file; what the
/// others are called never changes while their content does not, because they lie in a folder that
/// is named after the content of all.
package struct Shards: Sendable {
  package static let folder = "assets/search"
  /// The file that is asked for first.
  package static let entry = "\(folder)/index.js"

  /// Bytes of a file of words or of texts, unless one word or piece alone has more.
  static let size = 12_000
  /// What a reader fetches in one file rather than in several.
  private static let wordsAtOnce = 96_000
  /// Words that are known at once on a large site, to complete and correct others.
  private static let frequentWords = 6_000

  /// Path and content of each file but those of the texts.
  package private(set) var files: [(path: String, bytes: [UInt8])] = []
  private let texts: TextShards

  /// - Parameter postings: Of all words, in order, some in each.
  package init(
    _ index: MergedIndex, _ postings: [MergedIndex.Postings], _ texts: TextShards
  ) {
    self.texts = texts
    var shards = WordShards(limit: Self.size)
    let total = postings.reduce(0) { $0 + $1.bytes.count } + index.wordCount * 5
    if total <= Self.wordsAtOnce { shards = WordShards(limit: .max) }
    var number = 0
    for run in postings {
      for place in 0..<run.starts.count - 1 {
        shards.add(index.word(number), run.bytes[run.starts[place]..<run.starts[place + 1]])
        number += 1
      }
    }
    shards.end()
    var start = ByteBuffer()
    Self.call("index", into: &start) { manifest(index, shards, into: &$0) }
    if shards.files.count == 1 {
      Self.call("w0", into: &start) { $0.append(jsonString: shards.files[0]) }
    } else {
      for (number, words) in shards.files.enumerated() {
        add("w\(number)") { $0.append(jsonString: words) }
      }
      add("f") { $0.append(jsonString: Self.frequent(index)) }
    }
    files.append((Self.entry, start.array))
  }

  private mutating func add(_ name: String, _ value: (inout ByteBuffer) -> Void) {
    var out = ByteBuffer()
    Self.call(name, into: &out, value)
    files.append((texts.folder + name + ".js", out.array))
  }

  static func call(_ name: String, into out: inout ByteBuffer, _ value: (inout ByteBuffer) -> Void)
  {
    out.append("turnbookSearch(\"")
    out.append(name)
    out.append("\",")
    value(&out)
    out.append(")\n")
  }

  private func manifest(
    _ index: MergedIndex, _ shards: WordShards, into out: inout ByteBuffer
  ) {
    out.append("{\"folder\":")
    out.append(jsonString: index.hash.hexadecimal)
    out.append(",\"pieces\":")
    out.append(decimal: index.pieces.count)
    // Pieces that go on with the page before, each as its distance from the last such.
    var later = ByteBuffer()
    var last = 0
    for (number, piece) in index.pieces.enumerated() where !piece.isFirst {
      later.append(digits: number - last)
      last = number
    }
    out.append(",\"later\":")
    out.append(jsonString: later.array)
    var counts = ByteBuffer()
    for range in texts.pieces { counts.append(digits: range.count) }
    out.append(",\"texts\":")
    out.append(jsonString: counts.array)
    out.append(",\"words\":[")
    for (number, word) in shards.firstWords.enumerated() {
      if number > 0 { out.append(UInt8(ascii: ",")) }
      out.append(jsonString: word)
    }
    out.append("]}")
  }

  /// The words that stand in the most pieces, in order, each with their number.
  private static func frequent(_ index: MergedIndex) -> [UInt8] {
    var counts: [(word: Int, count: Int)] = []
    for word in 0..<index.wordCount {
      let count = index.frequency(word)
      if count > 1 { counts.append((word, count)) }
    }
    counts.sort { ($1.count, $0.word) < ($0.count, $1.word) }
    var shards = WordShards(limit: .max)
    for (word, count) in counts.prefix(frequentWords).sorted(by: { $0.word < $1.word }) {
      var digits = ByteBuffer()
      digits.append(digits: count)
      shards.add(index.word(word), digits.array[...])
    }
    shards.end()
    return shards.files.first ?? []
  }
}
