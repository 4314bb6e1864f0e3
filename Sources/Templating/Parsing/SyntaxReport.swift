import Diagnostics

/// Collects what is wrong with the writing of one template.
struct SyntaxReport {
  let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  mutating func add(
    _ code: Code, _ message: String, severity: Severity = .error, at range: Range<Int>,
    notes: [String] = [], help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code, severity, message, path: path, range: ByteRange(range), notes: notes, help: help))
  }
}

extension ByteRange {
  init(_ indices: Range<Int>) {
    self.init(indices.lowerBound, indices.upperBound)
  }
}
