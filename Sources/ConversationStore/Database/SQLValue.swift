/// What is bound to a parameter of a statement.
enum SQLValue: Hashable {
  case null
  case number(Int64)
  case text(String)

  init(_ text: String?) { self = text.map(Self.text) ?? .null }
  init(_ number: Int64?) { self = number.map(Self.number) ?? .null }
  init(_ number: Int?) { self = number.map { .number(Int64($0)) } ?? .null }
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  init(stringLiteral text: String) { self = .text(text) }
  init(integerLiteral number: Int64) { self = .number(number) }
}
