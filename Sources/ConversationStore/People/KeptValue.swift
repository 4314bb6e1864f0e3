/// A value that is remembered beyond one conversation.
package struct KeptValue: Sendable, Hashable {
  /// Of whom it is known.
  package enum Owner: Sendable, Hashable {
    /// Who uses the program.
    case person
    /// The name of a contact.
    case contact(String)
  }

  /// Where it is used.
  package enum Scope: Sendable, Hashable {
    case everywhere
    /// In one pattern, by its id. There it goes before the value for everywhere.
    case pattern(String)
  }

  package var owner: Owner
  package var scope: Scope
  package var name: String
  package var value: String
  /// Milliseconds since 1970.
  package var told: Int64
  /// From when on it is not known any more; nil for never.
  package var expires: Int64?

  package init(
    owner: Owner = .person, scope: Scope = .everywhere, name: String, value: String, told: Int64,
    expires: Int64? = nil
  ) {
    self.owner = owner
    self.scope = scope
    self.name = name
    self.value = value
    self.told = told
    self.expires = expires
  }
}
