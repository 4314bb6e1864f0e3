import ByteText
import Testing

@Suite("Numbers of runs of bytes")
struct ByteIndexTests {
  @Test("each run has one number, however many there are")
  func many() {
    var index = ByteIndex()
    let words = (0..<5000).map { String(repeating: "x", count: $0 % 11) + String($0) }
    for (number, word) in words.enumerated() {
      #expect(insert(word, into: &index) == number)
    }
    for (number, word) in words.enumerated() {
      #expect(insert(word, into: &index) == number)
      #expect(String(decoding: index[number], as: UTF8.self) == word)
    }
    #expect(index.count == words.count)
  }

  @Test("the empty run is one too, and its neighbours are others")
  func short() {
    var index = ByteIndex()
    for (number, word) in ["", "\0", "\0\0", "a", "a\0", "aaaaaaaa", "aaaaaaaa\0"].enumerated() {
      #expect(insert(word, into: &index) == number)
    }
    #expect(self.number(of: "b", in: index) == nil)
  }

  @Test("after all is removed, numbers begin again")
  func removed() {
    var index = ByteIndex()
    for number in 0..<3000 { _ = insert("w\(number)", into: &index) }
    index.removeAll()
    #expect(number(of: "w1", in: index) == nil)
    #expect(insert("w1", into: &index) == 0)
    #expect(insert("w2", into: &index) == 1)
  }

  private func insert(_ word: String, into index: inout ByteIndex) -> Int {
    Array(word.utf8).withUnsafeBufferPointer { index.insert($0).number }
  }

  private func number(of word: String, in index: ByteIndex) -> Int? {
    Array(word.utf8).withUnsafeBufferPointer { index.number(of: $0) }
  }
}
