/// What the words of some pages in a row are, and where they stand. Each worker makes one.
package struct PartialIndex: Sendable {
  /// A piece of a page: what is found and shown as one.
  struct Piece: Sendable {
    /// Whether it is the first of its page.
    var isFirst: Bool
    /// Bytes of its text.
    var size = 0
    var words = 0
    var boost: Double
  }

  var pieces: [Piece] = []
  /// Of each page: of everything that is found and shown.
  var hashes: [ContentHash] = []
  /// The words one after the other, and where each begins.
  var words: [UInt8] = []
  var offsets: [UInt32] = []
  /// The words' numbers in the order of the words.
  var order: [SortedWord] = []
  /// Where the postings of each word begin, by its number.
  var starts: [UInt32] = []
  /// The pieces of each word, ascending, and what it weighs in them.
  var postings: [UInt32] = []
  var weights: [UInt16] = []
}
