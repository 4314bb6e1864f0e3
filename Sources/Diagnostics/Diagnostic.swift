/// One finding about the content, the configuration or the templates: what is wrong, where, and
/// what to do next.
///
/// A value: stages return these, only `Reporting` prints them.
package struct Diagnostic: Hashable, Sendable {
  package var code: Code
  package var severity: Severity
  /// Plain words, one sentence without a full stop: `the key "titel" is not known`.
  package var message: String
  /// Path of the file as it is printed and can be opened; nil when no single file is meant.
  package var path: String?
  /// The bytes meant, nil for the file as a whole.
  package var range: ByteRange?
  /// What the finding is about, as written there: the target of a link. Settings may name it.
  package var subject: String?
  /// Further facts, each a sentence without a full stop.
  package var notes: [String]
  /// Other places that matter, such as the first of two definitions.
  package var places: [Place]
  /// The next step: `did you mean "title"?`
  package var help: String?
  /// The next step as a change to the source, where a program can make it.
  package var fix: Fix?

  /// A place beside the finding's own.
  package struct Place: Hashable, Sendable {
    /// What is there, without a full stop: `it is defined first`.
    package var label: String
    package var path: String
    package var range: ByteRange

    package init(_ label: String, path: String, range: ByteRange) {
      self.label = label
      self.path = path
      self.range = range
    }
  }

  package init(
    _ code: Code, _ severity: Severity, _ message: String, path: String? = nil,
    range: ByteRange? = nil, subject: String? = nil, notes: [String] = [], places: [Place] = [],
    help: String? = nil, fix: Fix? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.path = path
    self.range = range
    self.subject = subject
    self.notes = notes
    self.places = places
    self.help = help
    self.fix = fix
  }
}

extension Diagnostic: Comparable {
  /// The order of every report: by file, place, code and words, so that two runs print the same.
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    let leftPath = left.path ?? ""
    let rightPath = right.path ?? ""
    if leftPath != rightPath { return leftPath < rightPath }
    let leftStart = left.range?.start ?? -1
    let rightStart = right.range?.start ?? -1
    if leftStart != rightStart { return leftStart < rightStart }
    if left.code.id != right.code.id { return left.code.id < right.code.id }
    return left.message < right.message
  }
}
