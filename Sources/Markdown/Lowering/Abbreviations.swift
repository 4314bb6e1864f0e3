import ByteText

/// A word and what it stands for: `*[LLM]: Large language model`.
struct Abbreviation {
  var word: [UInt8]
  var meaning: [UInt8]
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
    abbreviations.append(
      Abbreviation(word: Array(bytes[first + 2..<close]), meaning: Array(bytes[start..<end])))
    startLine()
    out.append(0x0A)
    leaf = .none
    return true
  }
}
