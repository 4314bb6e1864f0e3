package import Diagnostics

/// What some forms of a report tell beside the findings.
package struct ReportFacts: Sendable {
  /// The program's version; nil where it is not to be told.
  package var version: String?
  /// Where the program is explained on the web.
  package var homepage: String?
  /// What the address of a code's page in the reference begins with; the code in lower case follows.
  package var reference: String?
  /// A finding that matters this much or more is a failure, where a form tells failures apart.
  package var failure: Severity

  package init(
    version: String? = nil, homepage: String? = nil, reference: String? = nil,
    failure: Severity = .error
  ) {
    self.version = version
    self.homepage = homepage
    self.reference = reference
    self.failure = failure
  }

  /// The address of the page that explains a code.
  func page(of code: Code) -> String? {
    reference.map { $0 + code.id.lowercased() }
  }
}
