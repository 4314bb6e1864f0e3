/// A regular expression from a file, which may match anywhere in a text.
///
/// Text is taken by code points, as JSON Schema and most other programs take it, and digits and the
/// letters of words are those of ASCII, as in ECMA 262.
package struct TextPattern {
  private let regex: Regex<AnyRegexOutput>

  /// nil for what is no regular expression.
  package init?(_ text: String) {
    guard let regex = try? Regex(text) else { return nil }
    self.regex = regex.matchingSemantics(.unicodeScalar).asciiOnlyDigits()
      .asciiOnlyWordCharacters().wordBoundaryKind(.simple)
  }

  package func matches(_ text: String) -> Bool { text.firstMatch(of: regex) != nil }
}
