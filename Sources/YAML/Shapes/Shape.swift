/// What a value must look like. One table of shapes checks a file, documents its keys and makes its
/// JSON Schema.
package indirect enum Shape: Sendable {
  /// Any scalar but nothing: `1984` and `yes` are text too.
  case text
  case formatted(TextFormat)
  /// One of a few words.
  case choice([String])
  case bool
  case integer(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  case date
  /// A list of values of one shape; `of` names them in the plural.
  case list(Shape, of: String)
  /// A mapping with keys known beforehand.
  case record(Record)
  /// A mapping with keys of the author's choice; `of` says from what to what: "names to texts".
  case dictionary(TextFormat, Shape, of: String)
  /// Whichever alternative has the outer form of the value: scalar, list or mapping.
  case either([Shape])
  /// Anything; checked by code of its own. The JSON Schema refers to the definition of that name.
  case other(expected: String, definition: String)
}

/// What a text must be beyond being text.
package struct TextFormat: Sendable {
  /// Follows "must be": `an absolute http or https URL`.
  package let expectation: String
  /// An ECMA regular expression for the JSON Schema, which may allow a little more than `problem`
  /// does.
  package let pattern: String?
  /// What is wrong with a text, as the end of "but …"; nil where it is right.
  package let problem: @Sendable (String) -> String?

  package init(
    _ expectation: String, pattern: String? = nil, problem: @escaping @Sendable (String) -> String?
  ) {
    self.expectation = expectation
    self.pattern = pattern
    self.problem = problem
  }
}

extension Shape {
  /// Follows "must be": `a list of words`.
  package var expectation: String {
    switch self {
    case .text: return "text"
    case .formatted(let format): return format.expectation
    case .choice(let words): return "one of " + words.joined(separator: ", ")
    case .bool: return "true or false"
    case .integer(let range):
      return range.lowerBound > 0 ? "a whole number above 0" : "a whole number"
    case .number: return "a number"
    case .date: return "a date such as 2025-01-31"
    case .list(_, let what): return "a list of \(what)"
    case .record(let record):
      return "a mapping with the keys " + record.fields.map(\.name).joined(separator: ", ")
    case .dictionary(_, _, let what): return "a mapping from \(what)"
    case .either(let shapes): return shapes.map(\.expectation).joined(separator: " or ")
    case .other(let expected, _): return expected
    }
  }

  /// Whether a value has the outer form that this shape wants, whatever is inside it.
  func admits(_ node: YAMLNode) -> Bool {
    switch self {
    case .text, .formatted, .choice: node.text != nil
    case .bool: node.bool != nil
    case .integer(let range): node.integer.map(range.contains) ?? false
    case .number(let range): node.number.map(range.contains) ?? false
    case .date: node.date != nil
    case .list: node.items != nil
    case .record, .dictionary: node.entries != nil
    case .either(let shapes): shapes.contains { $0.admits(node) }
    case .other: true
    }
  }
}
