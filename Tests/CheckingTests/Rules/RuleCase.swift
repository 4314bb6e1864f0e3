import Diagnostics
import Testing

@testable import Checking

/// A page that breaks one rule; `«` and `»` mark the places, and without any the page as a whole is
/// meant.
struct RuleCase: CustomTestStringConvertible, Sendable {
  var code: String
  var page: String
  var severity: Severity?
  var help: String?
  /// What else the guide holds.
  var surroundings: @Sendable (inout Fixture) -> Void
  var testDescription: String { "\(code): \(page.prefix(60))" }

  init(
    _ code: String, _ page: String, _ severity: Severity? = nil, help: String? = nil,
    in surroundings: @escaping @Sendable (inout Fixture) -> Void = { _ in }
  ) {
    self.code = code
    self.page = page
    self.severity = severity
    self.help = help
    self.surroundings = surroundings
  }

  /// Demands that the fault is found where it is marked, and nothing else.
  func verify(_ location: SourceLocation = #_sourceLocation) {
    let source = MarkedSource(page)
    var fixture = Fixture(source.text)
    surroundings(&fixture)
    let found = fixture.findings(besides: code)
    let places: [ByteRange?] = source.ranges.isEmpty ? [nil] : source.ranges
    #expect(found.map(\.code.id) == places.map { _ in code }, sourceLocation: location)
    #expect(found.map(\.range) == places, sourceLocation: location)
    if let severity { #expect(found.first?.severity == severity, sourceLocation: location) }
    if let help { #expect(found.first?.help == help, sourceLocation: location) }
  }
}
