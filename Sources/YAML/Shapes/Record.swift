/// The keys that a mapping may have.
package struct Record: Sendable {
  package let fields: [Field]
  /// Whether keys beyond the fields are kept for somebody else; only one that looks like a typing
  /// error is reported.
  package let isOpen: Bool
  /// Keys of other programs that are near a field but no typing error. Matters only where `isOpen`.
  package let foreign: Set<String>
  private let places: [String: Int]

  package init(_ fields: [Field], isOpen: Bool = false, foreign: Set<String> = []) {
    self.fields = fields
    self.isOpen = isOpen
    self.foreign = foreign
    places = Dictionary(
      zip(fields.map(\.name), fields.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The shape that a key's value must have; nil where the key is not known.
  package func shape(of name: String) -> Shape? {
    places[name].map { fields[$0].shape }
  }
}

/// One key of a record.
package struct Field: Sendable {
  package enum Standard: Sendable {
    case text(String)
    case bool(Bool)
    case integer(Int)
  }

  package let name: String
  package let shape: Shape
  /// One sentence without a full stop, for the reference and the JSON Schema.
  package let summary: String
  package let isRequired: Bool
  /// What holds where the key is absent, if one value does.
  package let standard: Standard?
  /// What other generators call the same thing: `site_name` for `name`.
  package let otherNames: [String]

  package init(
    _ name: String, _ shape: Shape, _ summary: String, isRequired: Bool = false,
    standard: Standard? = nil, otherNames: [String] = []
  ) {
    self.name = name
    self.shape = shape
    self.summary = summary
    self.isRequired = isRequired
    self.standard = standard
    self.otherNames = otherNames
  }
}
