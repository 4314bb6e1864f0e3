extension Vocabulary {
  /// Reads a file with a token a line: its bytes in base64, a space, and its rank.
  ///
  /// - Parameters:
  ///   - name: The vocabulary that the person says it is, such as `o200k_base`; nil to find out
  ///     by the name of the file or else by the number of tokens.
  ///   - fileName: The last part of the file's path, or nothing.
  package init(
    reading bytes: [UInt8], name: String? = nil, fileName: String = ""
  ) throws(VocabularyError) {
    let stem = String(fileName.prefix { $0 != "." })
    var pattern = SplitPattern(vocabulary: stem)
    if let name {
      guard let known = SplitPattern(vocabulary: name) else { throw .unknownName(name) }
      pattern = known
    }
    ranks = try RankTable(reading: bytes)
    guard let found = pattern ?? SplitPattern(tokenCount: ranks.count) else {
      throw .unknownPattern(tokens: ranks.count)
    }
    self.pattern = found
    let isKnown = SplitPattern(vocabulary: stem) != nil
    self.name =
      name?.lowercased() ?? (isKnown || stem.isEmpty ? nil : stem)
      ?? (isKnown ? stem.lowercased() : found.vocabularies[0])
  }
}

extension RankTable {
  /// The highest rank that a file may have; the largest vocabularies known end below 300,000.
  private static let highestRank: UInt32 = 1 << 22

  init(reading bytes: [UInt8]) throws(VocabularyError) {
    var lines = 1
    for byte in bytes where byte == 0x0A { lines += 1 }
    // No line with a token is shorter than seven bytes.
    self.init(capacity: min(lines, bytes.count / 7 + 1), bytes: bytes.count * 3 / 4)
    let problem = bytes.withUnsafeBufferPointer { bytes -> VocabularyError? in
      do throws(VocabularyError) {
        try read(bytes)
        return nil
      } catch {
        return error
      }
    }
    if let problem { throw problem }
    guard count > 0 else { throw .empty }
    for byte in 0...255 as ClosedRange<UInt8> {
      let isThere = [byte].withUnsafeBufferPointer { single in
        withView { $0.rank(single, 0, 1) != Self.none }
      }
      guard isThere else { throw .missingByte(byte) }
    }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(VocabularyError) {
    let digits = Base64.digits
    var index = 0
    var line = 0
    while index < bytes.count {
      line += 1
      if bytes[index] == 0x0A || bytes[index] == 0x0D {
        index += bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
        continue
      }
      let length = try readToken(bytes, &index, line, digits)
      let rank = try readRank(bytes, &index, line)
      switch insertEnd(of: length, rank: rank) {
      case .done: break
      case .tokenIsThere: throw .repeatedToken(line: line)
      case .rankIsThere: throw .repeatedRank(rank, line: line)
      }
    }
  }

  /// Appends the token to `text` and gives its length back; `index` is then behind the space.
  private mutating func readToken(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ line: Int, _ digits: [UInt8]
  ) throws(VocabularyError) -> Int {
    let start = text.count
    let first = index
    var word: UInt32 = 0
    var padding = 0
    while index < bytes.count, bytes[index] > 0x20 {
      let digit = digits[Int(bytes[index])]
      let isPadding = bytes[index] == UInt8(ascii: "=")
      guard isPadding || (digit < 64 && padding == 0) else { throw .notBase64(line: line) }
      if isPadding { padding += 1 }
      word = word << 6 | UInt32(isPadding ? 0 : digit)
      index += 1
      guard (index - first) & 3 == 0 else { continue }
      guard padding < 3 else { throw .notBase64(line: line) }
      append(UInt8(truncatingIfNeeded: word >> 16))
      if padding < 2 { append(UInt8(truncatingIfNeeded: word >> 8)) }
      if padding < 1 { append(UInt8(truncatingIfNeeded: word)) }
      word = 0
    }
    guard (index - first) & 3 == 0, index > first, text.count > start else {
      throw .notBase64(line: line)
    }
    guard index < bytes.count, bytes[index] == 0x20 else { throw .missingRank(line: line) }
    index += 1
    return text.count - start
  }

  /// Reads digits up to the end of the line; `index` is then on the next one.
  private func readRank(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ line: Int
  ) throws(VocabularyError) -> UInt32 {
    let first = index
    var rank: UInt32 = 0
    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 {
      rank = rank * 10 + UInt32(bytes[index] - 0x30)
      guard rank <= Self.highestRank else { throw .rankTooHigh(line: line) }
      index += 1
    }
    guard index > first else { throw .missingRank(line: line) }
    if index < bytes.count, bytes[index] == 0x0D { index += 1 }
    guard index == bytes.count || bytes[index] == 0x0A else { throw .textAfterRank(line: line) }
    index += 1
    return rank
  }
}

private enum Base64 {
  /// The value of each digit; 255 for what is none.
  static let digits: [UInt8] = {
    var digits = [UInt8](repeating: 255, count: 256)
    let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for value in 0..<64 { digits[Int(alphabet.utf8Start[value])] = UInt8(value) }
    return digits
  }()
}
