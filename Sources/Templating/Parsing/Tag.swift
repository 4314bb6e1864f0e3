/// One tag of a template as written.
struct Tag: Sendable {
  enum Kind: Sendable, Equatable {
    case value(escaped: Bool)
    case section
    case inverted
    case partial
    case parent
    case block
    case close
    case comment
    case delimiters
  }

  var kind: Kind
  /// The whole tag, delimiters included.
  var range: Range<Int>
  /// The content without the sign and the spaces around it; for a dynamic name, without the
  /// asterisk too.
  var name: String
  /// `{{>*name}}`: the name of the template is the value of `name`.
  var isDynamic = false
  /// The tag as a diagnostic quotes it.
  var text: String

  /// What the closing tag has to repeat.
  var label: String { isDynamic ? "*" + name : name }
}

extension Tag.Kind {
  /// The kind that a sign after the opening delimiter announces; nil for a plain name.
  init?(sign: UInt8) {
    switch sign {
    case UInt8(ascii: "#"): self = .section
    case UInt8(ascii: "^"): self = .inverted
    case UInt8(ascii: ">"): self = .partial
    case UInt8(ascii: "<"): self = .parent
    case UInt8(ascii: "$"): self = .block
    case UInt8(ascii: "/"): self = .close
    case UInt8(ascii: "!"): self = .comment
    case UInt8(ascii: "="): self = .delimiters
    case UInt8(ascii: "&"), UInt8(ascii: "{"): self = .value(escaped: false)
    default: return nil
    }
  }
}
