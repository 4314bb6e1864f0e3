import Reporting

/// Text of people and models as it is shown: a character that would be obeyed or hidden becomes a
/// sign for itself, so that nothing turns a line around and XML can hold all of it.
package enum ShownText {
  /// Lines stay lines, whether they end with a line feed alone or not, and tabs stay tabs.
  package static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { sign(for: $0) != nil }) else { return text }
    var shown = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      // The sign of a carriage return is taken back where a line feed follows.
      if scalar == "\n", previous == "\r" { shown.removeLast() }
      if let sign = sign(for: scalar) {
        shown.append(contentsOf: sign.unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// In one line, each run of blanks as one space.
  static func line(_ text: String) -> String {
    of(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// The beginning in one line.
  static func beginning(_ text: String, length: Int) -> String {
    let start = line(String(text.prefix(length * 4)))
    return start.count > length ? start.prefix(length - 1) + "…" : start
  }

  /// With spaces for tabs, which a drawing has none of.
  static func drawn(_ text: String) -> String {
    let shown = of(text)
    guard shown.utf8.contains(0x09) else { return shown }
    return shown.split(separator: "\t", omittingEmptySubsequences: false)
      .joined(separator: "    ")
  }

  private static func sign(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09, 0x0A: nil
    // No XML may contain them.
    case 0xFFFE, 0xFFFF: #"\u{\#(String(scalar.value, radix: 16, uppercase: true))}"#
    default: VisibleText.sign(for: scalar)
    }
  }
}
