extension PieceScanner {
  /// `'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+|
  /// \s++$|\s*[\r\n]|\s+(?!\S)|\s`
  func cl100kEnd(of start: Int) -> Int {
    let contraction = endOfContraction(at: start)
    if contraction > start { return contraction }

    let (kind, length) = character(at: start)
    if CharacterClass.letter.contains(kind) { return end(of: .letter, from: start + length) }
    if kind == .number { return endOfNumbers(from: start) }
    let next = start + length
    if kind != .lineEnd {
      let word = end(of: .letter, from: next)
      if word > next { return word }
    }
    if CharacterClass.symbol.contains(kind) {
      return end(of: .lineEnd, from: end(of: .symbol, from: next))
    }
    if bytes[start] == UInt8(ascii: " ") {
      let symbols = end(of: .symbol, from: next)
      if symbols > next { return end(of: .lineEnd, from: symbols) }
    }
    let space = whitespace(from: start)
    if space.end == bytes.count { return space.end }
    return space.lastLine ?? endOfSpaces(from: start, to: space.end)
  }
}
