import ByteText

/// Which pages get an outline: those that have a heading with one of the words, or a block of
/// patterns. To outline a page costs time, so it is decided before the page is parsed.
package struct OutlineWish: Sendable, Hashable {
  /// In lower case.
  private let words: [[UInt8]]

  /// - Parameter words: a heading with any of them, in any letter case, can begin a section of
  ///   patterns.
  package init(headingWords words: [String] = ["pattern"]) {
    self.words = words.map { Array($0.lowercased().utf8) }
  }

  /// Whether some line of the bytes, which begin at `start`, is such a heading or fence.
  func isMet(by bytes: [UInt8], from start: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var lineStart = start
      var last = start..<start
      while lineStart < bytes.count {
        let end = ByteScan.first(0x0A, in: bytes, from: lineStart, to: bytes.count)
        if isMet(by: bytes, lineStart..<end, below: last) { return true }
        last = lineStart..<end
        lineStart = end + 1
      }
      return false
    }
  }

  private func isMet(
    by bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, below last: Range<Int>
  ) -> Bool {
    var index = line.lowerBound
    // The marks of quotes, lists and indentation may stand in front.
    while index < line.upperBound, Self.isLead(bytes[index]) { index += 1 }
    guard index < line.upperBound else { return false }
    switch bytes[index] {
    case UInt8(ascii: "#"): return hasWord(bytes, index..<line.upperBound)
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      while index < line.upperBound, bytes[index] == UInt8(ascii: "`") || bytes[index] == 0x7E {
        index += 1
      }
      while index < line.upperBound,
        bytes[index] == 0x20 || bytes[index] == UInt8(ascii: "{")
          || bytes[index] == UInt8(ascii: ".")
      {
        index += 1
      }
      return bytes[index..<line.upperBound].starts(with: "pattern".utf8)
    case UInt8(ascii: "="), UInt8(ascii: "-"):
      let mark = bytes[index]
      while index < line.upperBound, bytes[index] == mark { index += 1 }
      guard bytes[index..<line.upperBound].allSatisfy({ $0 == 0x20 || $0 == 0x0D }) else {
        return false
      }
      return hasWord(bytes, last)
    default: return false
    }
  }

  private static func isLead(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">")
  }

  private func hasWord(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    words.contains { word in
      var index = line.lowerBound
      while index + word.count <= line.upperBound {
        if bytes[index..<(index + word.count)].elementsEqual(word, by: Self.isSame) { return true }
        index += 1
      }
      return false
    }
  }

  /// Letters of other scripts are the same only where their bytes are.
  private static func isSame(_ byte: UInt8, _ lower: UInt8) -> Bool {
    byte == lower || ((0x41...0x5A).contains(byte) && byte | 0x20 == lower)
  }
}
