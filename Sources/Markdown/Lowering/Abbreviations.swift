import ByteText

/// A word and what it stands for: `*[LLM]: Large language model`.
struct Abbreviation {
  var word: [UInt8]
  var meaning: [UInt8]
}

/// The abbreviations of a page. Looking one up costs the same with ten thousand of them.
struct AbbreviationTable {
  private var byWord: [[UInt8]: Abbreviation] = [:]
  /// Of the words, the longest first.
  private var lengths: [Int] = []

  var isEmpty: Bool { byWord.isEmpty }

  /// Where a word is explained twice, the first explanation stands.
  mutating func add(_ abbreviation: Abbreviation) {
    guard byWord[abbreviation.word] == nil else { return }
    byWord[abbreviation.word] = abbreviation
    let length = abbreviation.word.count
    guard !lengths.contains(length) else { return }
    lengths.insert(length, at: lengths.firstIndex { $0 < length } ?? lengths.endIndex)
  }

  mutating func removeAll() {
    byWord.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
  }

  /// The longest that stands at `index` and ends where `isEnd` says that a word may.
  func longest(
    in text: UnsafeBufferPointer<UInt8>, at index: Int, endingWhere isEnd: (Int) -> Bool
  ) -> Abbreviation? {
    for length in lengths where index + length <= text.count && isEnd(index + length) {
      if let found = byWord[Array(text[index..<index + length])] { return found }
    }
    return nil
  }
}

extension Lowering {
  /// Takes an abbreviation's line out of the text.
  mutating func lowersAbbreviation(_ first: Int) -> Bool {
    guard HTMLBlockSyntax.has("*[", bytes, first, line.end),
      let close = bytes[first..<line.end].firstIndex(of: UInt8(ascii: "]")), close > first + 2,
      close + 1 < line.end, bytes[close + 1] == UInt8(ascii: ":")
    else { return false }
    var start = close + 2
    while start < line.end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    var end = line.end
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    guard end > start else { return false }
    abbreviations.add(
      Abbreviation(word: Array(bytes[first + 2..<close]), meaning: Array(bytes[start..<end])))
    startLine()
    out.append(0x0A)
    leaf = .none
    return true
  }
}
