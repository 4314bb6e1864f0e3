extension PieceScanner {
  /// `[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|…)?|`
  /// `[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|…)?|`
  /// `\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+`
  func o200kEnd(of start: Int) -> Int {
    let (kind, length) = character(at: start)
    let next = start + length
    if kind == .number { return endOfNumbers(from: start) }
    if let word = endOfWord(kind, from: start, next: next) { return endOfContraction(at: word) }
    if CharacterClass.symbol.contains(kind) {
      return endOfLinesAndSlashes(from: end(of: .symbol, from: next))
    }
    if bytes[start] == UInt8(ascii: " ") {
      let symbols = end(of: .symbol, from: next)
      if symbols > next { return endOfLinesAndSlashes(from: symbols) }
    }
    let space = whitespace(from: start)
    return space.lastLine ?? endOfSpaces(from: start, to: space.end)
  }

  /// The first two alternatives without the contraction: with the character before the word, then
  /// without it, each first as a word that ends in small letters.
  private func endOfWord(_ kind: CharacterClass, from start: Int, next: Int) -> Int? {
    guard kind != .lineEnd else { return nil }
    let isLetter = CharacterClass.letter.contains(kind)
    let word = isLetter ? start : next
    let (capitals, lastCaseless) = endOfCapitals(from: word)
    let small = end(of: .wordEnd, from: capitals)
    if small > capitals { return small }
    if let lastCaseless { return lastCaseless }
    // A mark may be the word's own beginning; it is then the whole of it.
    if kind == .mark { return next }
    return capitals > word ? capitals : nil
  }

  /// The end of what may begin a word, and of the last character there that may also end it.
  @inline(__always) private func endOfCapitals(
    from start: Int
  ) -> (end: Int, lastCaseless: Int?) {
    var index = start
    var lastCaseless: Int?
    while index < bytes.count {
      let (kind, length) = character(at: index)
      guard CharacterClass.wordStart.contains(kind) else { break }
      index += length
      if kind != .upper { lastCaseless = index }
    }
    return (index, lastCaseless)
  }

  private func endOfLinesAndSlashes(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "/") else { break }
      index += 1
    }
    return index
  }
}
