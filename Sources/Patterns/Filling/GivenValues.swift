/// Values by the names that a person gave them, all from one source.
///
/// A name may come several times: a list has one element more each time, any other variable keeps
/// the last.
package struct GivenValues: Sendable, Hashable {
  package struct Value: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package var values: [Value]
  /// Whether a name that the pattern does not have is a mistake; not so where values for many
  /// patterns are kept together.
  package var isForThisPattern: Bool

  package init(_ values: [Value] = [], isForThisPattern: Bool = true) {
    self.values = values
    self.isForThisPattern = isForThisPattern
  }
}
