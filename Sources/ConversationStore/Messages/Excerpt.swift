/// A piece of a text around what was looked for.
package struct Excerpt: Sendable, Hashable {
  package struct Piece: Sendable, Hashable {
    package var text: String
    package var isMatch: Bool
  }

  /// In the order of the text.
  package var pieces: [Piece]
  /// Whether more of the text stands before and after.
  package var isCutBefore: Bool
  package var isCutAfter: Bool

  package var text: String { pieces.map(\.text).joined() }

  /// So many characters stand before the first match, and so many in all.
  private static let before = 30
  private static let length = 120

  /// - Parameter terms: What was looked for; where one stands is seen without regard to case and
  ///   accents.
  init(of text: String, around terms: [String]) {
    let characters = Array(text)
    let folded = characters.map(Self.fold)
    let needles = terms.map { $0.map(Self.fold) }.filter { !$0.isEmpty }
    let first = folded.indices.first { start in
      needles.contains { Self.stands($0, at: start, in: folded) }
    }
    let start = max(0, (first ?? 0) - Self.before)
    let end = min(characters.count, start + Self.length)
    isCutBefore = start > 0
    isCutAfter = end < characters.count
    pieces = []
    var place = start
    while place < end {
      let length = needles.filter { Self.stands($0, at: place, in: folded) }.map(\.count).max()
      let stop = min(end, place + (length ?? 1))
      append(String(characters[place..<stop]), isMatch: length != nil)
      place = stop
    }
  }

  private mutating func append(_ text: String, isMatch: Bool) {
    if let last = pieces.indices.last, pieces[last].isMatch == isMatch, !isMatch {
      pieces[last].text += text
    } else {
      pieces.append(Piece(text: text, isMatch: isMatch))
    }
  }

  private static func stands(_ needle: [UInt32], at start: Int, in text: [UInt32]) -> Bool {
    guard start + needle.count <= text.count else { return false }
    for offset in needle.indices where needle[offset] != text[start + offset] { return false }
    return true
  }

  /// A character without its case, and a Latin letter without its accents: the name of such a letter
  /// says what stands below them.
  private static func fold(_ character: Character) -> UInt32 {
    if let byte = character.asciiValue {
      return UInt32(byte) | (UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? 0x20 : 0)
    }
    guard let scalar = character.lowercased().unicodeScalars.first else { return 0 }
    let letter = "LATIN SMALL LETTER "
    guard !scalar.isASCII, let name = scalar.properties.name, name.hasPrefix(letter) else {
      return scalar.value
    }
    let words = name.dropFirst(letter.count).split(separator: " ")
    guard words.count > 2, words[1] == "WITH", let base = words[0].utf8.first,
      words[0].utf8.count == 1
    else { return scalar.value }
    return UInt32(base) | 0x20
  }
}
