/// Which of an index's pieces are in which file of texts: known before the words are written.
package struct TextShards: Sendable {
  /// The pieces in each file.
  package private(set) var pieces: [Range<Int>] = []
  /// Where they and the files of words lie, with a slash at the end.
  let folder: String

  /// What a reader fetches in one file rather than in several.
  private static let atOnce = 128_000

  package init(_ index: MergedIndex) {
    folder = "\(Shards.folder)/\(index.hash.hexadecimal)/"
    // A piece has its page's address and title besides its text.
    let sizes = index.pieces.map { $0.size + 200 }
    let total = sizes.reduce(0, +)
    let limit = total <= Self.atOnce ? total : Shards.size
    var (start, size) = (0, 0)
    for index in sizes.indices {
      if size > 0, size + sizes[index] > limit {
        pieces.append(start..<index)
        (start, size) = (index, 0)
      }
      size += sizes[index]
    }
    if start < sizes.count { pieces.append(start..<sizes.count) }
  }

  /// Where a file lies in the site.
  package func path(of number: Int) -> String { "\(folder)t\(number).js" }
}
