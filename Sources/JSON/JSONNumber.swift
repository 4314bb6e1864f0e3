/// A number as it is spelled, because `1.0`, `1e0` and `10000000000000000000000` do not survive a
/// trip through `Double`.
package struct JSONNumber: Hashable, Sendable {
  /// The number in the grammar of RFC 8259.
  package let text: String

  /// The nearest double; infinite when the number is beyond its range.
  package var value: Double { Double(text) ?? .nan }

  /// The shortest spelling that reads back as the same double; nil for what JSON cannot say,
  /// infinity and NaN.
  package init?(_ value: Double) {
    guard value.isFinite else { return nil }
    text = value.description
  }

  /// For the parser, which has checked the grammar.
  init(checked text: String) { self.text = text }
}
