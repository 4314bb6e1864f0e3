/// How a string literal is written: what ends it, what escapes, what runs code inside.
struct Quote: Sendable {
  enum Escapes: Sendable {
    case none
    /// `\n`, `\u{2014}`
    case backslash
    /// A backslash protects the next byte and stands for itself: `r"\d"`.
    case raw
    /// The delimiter twice stands for itself: `'it''s'`.
    case doubled
  }

  enum Interpolation: Sendable {
    case none
    /// `${name}`
    case dollarBrace
    /// `${name}` and `$name`
    case dollar
    /// `\(name)`
    case backslashParen
    /// `{name}`, and `{{` for a brace
    case brace
  }

  var delimiter: UInt8
  /// 3 for `"""`.
  var length = 1
  /// The number signs after the closing delimiter: 2 in `##"raw"##`.
  var hashes = 0
  var escapes = Escapes.backslash
  var interpolation = Interpolation.none
  var isMultiline = false

  init(
    _ delimiter: Unicode.Scalar, escapes: Escapes = .backslash,
    interpolation: Interpolation = .none, isMultiline: Bool = false
  ) {
    self.delimiter = UInt8(ascii: delimiter)
    self.escapes = escapes
    self.interpolation = interpolation
    self.isMultiline = isMultiline
  }
}
