/// What a name in a template can stand for.
///
/// In a section, these count as false: `null`, `false`, `0`, an empty text of any kind and an empty
/// list (the specification's `!!data == true`, with its lists). Everything else is true, an empty
/// object too.
package enum TemplateValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Text; `{{name}}` escapes it, `{{{name}}}` does not.
  case string(String)
  /// Text as UTF-8; escaped as `string` is.
  case bytes([UInt8])
  /// Finished HTML as UTF-8. No tag escapes it, `{{name}}` neither: the maker of the value knows
  /// best what it is, and a template cannot get it wrong.
  case html([UInt8])
  case list([TemplateValue])
  case object(TemplateObject)
}

extension TemplateValue {
  /// Whether a section over this value is shown.
  package var isTruthy: Bool {
    switch self {
    case .null: false
    case .bool(let flag): flag
    case .integer(let number): number != 0
    case .string(let text): !text.isEmpty
    case .bytes(let text), .html(let text): !text.isEmpty
    case .list(let elements): !elements.isEmpty
    case .object: true
    }
  }

  func member(_ part: borrowing NamePart) -> TemplateValue? {
    if case .object(let object) = self { object.value(of: part) } else { nil }
  }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self = .object(TemplateObject(elements))
  }
}
