import Testing

@testable import Tokens

@Suite("Merging pairs of bytes")
struct MergingTests {
  @Test("the pair of the lowest rank is merged first, the leftmost of equals")
  func order() throws {
    let vocabulary = try TinyVocabulary.made(of: ["bc", "ab", "abcd", "cd"])
    #expect(TinyVocabulary.words(vocabulary, "abcd") == ["abcd"])
    #expect(TinyVocabulary.words(vocabulary, "abc") == ["a", "bc"])
    #expect(TinyVocabulary.words(vocabulary, "abd") == ["ab", "d"])
    let pairs = try TinyVocabulary.made(of: ["aa"])
    #expect(TinyVocabulary.words(pairs, "aaaaa") == ["aa", "aa", "a"])
  }

  @Test("a piece that is a token is one, even where merging would not come to it")
  func whole() throws {
    let vocabulary = try TinyVocabulary.made(of: ["bc", "abcd"])
    #expect(TinyVocabulary.words(vocabulary, "abcd") == ["abcd"])
  }

  @Test("tokens give the text back, and special tokens in it are ordinary characters")
  func text() throws {
    let vocabulary = try TinyVocabulary.made(of: ["end", "of", "text", "<|"])
    for text in ["", "<|endoftext|>", "naïve 🦀\r\n", "\u{0}"] {
      let bytes = vocabulary.encode(text).flatMap { vocabulary.bytes(of: $0) ?? [] }
      #expect(bytes == Array(text.utf8))
      #expect(vocabulary.count(text) == vocabulary.encode(text).count)
    }
  }

  @Test("the heap of long pieces comes to the same tokens as the scan of short ones")
  func heap() throws {
    var random = SeededNumbers(seed: 8)
    for _ in 0..<60 {
      var words: Set<String> = []
      for _ in 0..<12 {
        words.insert(Self.word(2...6, &random))
      }
      let vocabulary = try TinyVocabulary.made(of: words.sorted().shuffled(using: &random))
      for _ in 0..<20 {
        let piece = Array(Self.word(1...96, &random).utf8)
        let (scanned, heaped) = piece.withUnsafeBufferPointer { bytes in
          vocabulary.ranks.withView { ranks in
            var scanned: [UInt32] = []
            var heaped: [UInt32] = []
            var merging = PairMerging(bytes, by: ranks)
            _ = merging.scanned(0, bytes.count) { scanned.append($0) }
            _ = HeapMerging(bytes, 0, bytes.count, by: ranks).tokens { heaped.append($0) }
            return (scanned, heaped)
          }
        }
        #expect(scanned == heaped, "\(piece)")
      }
    }
  }

  @Test("a long run without a space is merged whole")
  func long() throws {
    let vocabulary = try TinyVocabulary.made(of: ["aa", "aaaa", "aaaaaaaa"])
    #expect(vocabulary.count(String(repeating: "a", count: 100_001)) == 12_501)
  }

  private static func word(
    _ lengths: ClosedRange<Int>, _ random: inout SeededNumbers
  ) -> String {
    let length = Int.random(in: lengths, using: &random)
    return String((0..<length).map { _ in "abc".randomElement(using: &random) ?? "a" })
  }
}
