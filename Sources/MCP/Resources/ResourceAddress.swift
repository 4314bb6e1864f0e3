import ByteText

/// What a resource is called: `turnbook://page/ID` for the Markdown of a technique's page,
/// `turnbook://pattern/ID` for its pattern file.
struct ResourceAddress: Hashable {
  enum Kind: String, CaseIterable {
    case page, pattern
  }

  var kind: Kind
  var id: String

  static let variable = "id"
  static var templates: [String] { Kind.allCases.map(template) }

  static func template(_ kind: Kind) -> String { prefix(kind) + "{\(variable)}" }

  private static func prefix(_ kind: Kind) -> String { "turnbook://\(kind.rawValue)/" }

  init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }

  init?(_ text: String) {
    for kind in Kind.allCases where text.hasPrefix(Self.prefix(kind)) {
      guard let id = Self.decoded(text.utf8.dropFirst(Self.prefix(kind).utf8.count)) else {
        return nil
      }
      self.init(kind, id)
      return
    }
    return nil
  }

  var text: String { Self.prefix(kind) + PercentEncoding.encoded(id.utf8) }

  /// Nil where an escape is broken or what it says is no text.
  private static func decoded(_ text: Substring.UTF8View) -> String? {
    PercentEncoding.strictlyDecoded(text).flatMap { String(validating: $0, as: UTF8.self) }
  }
}
