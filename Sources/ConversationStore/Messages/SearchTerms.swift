/// The words of a question, apart: those that the index knows, and those that only looking at each
/// text can find.
struct SearchTerms {
  /// Words, or words in a row.
  private(set) var indexed: [String] = []
  private(set) var literal: [String] = []

  init(_ text: String, hasIndex: Bool) {
    for term in Self.terms(of: text) {
      if hasIndex, Self.isIndexed(term) { indexed.append(term) } else { literal.append(term) }
    }
  }

  /// The question in the language of FTS5, in which a quoted string is always a string.
  var expression: SQLValue {
    .text(indexed.map { "\"" + $0 + "\"*" }.joined(separator: " "))
  }

  /// A pattern for LIKE with `\` before what would be a sign of it.
  static func pattern(_ term: String) -> SQLValue {
    var pattern = "%"
    for character in term.unicodeScalars {
      if ["%", "_", "\\"].contains(character) { pattern.unicodeScalars.append("\\") }
      pattern.unicodeScalars.append(character)
    }
    return .text(pattern + "%")
  }

  private static func terms(of text: String) -> [String] {
    var terms: [String] = []
    for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    {
      // A zero byte ends a question of FTS5.
      let words = part.split { $0.isWhitespace || $0 == "\0" }.map(String.init)
      if index % 2 == 0 {
        terms += words
      } else if !words.isEmpty {
        terms.append(words.joined(separator: " "))
      }
    }
    return terms
  }

  /// Whether the index finds all of it: letters and figures alone, of a script with spaces between
  /// its words.
  private static func isIndexed(_ term: String) -> Bool {
    term.unicodeScalars.allSatisfy { scalar in
      let properties = scalar.properties
      return scalar == " "
        || (properties.isAlphabetic || properties.numericType != nil) && !isUnspaced(scalar)
    }
  }

  /// Thai to Myanmar, Khmer, and from the radicals of Han to its last extension without Hangul.
  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
