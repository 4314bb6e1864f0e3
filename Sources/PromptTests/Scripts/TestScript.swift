package import JSONSchema
package import Patterns

/// What a file of tests asks of one pattern: conversations, and what is expected of their answers.
package struct TestScript: Sendable, Hashable {
  package static let format = "turnbook.test/1"
  /// How the files are called that are found without being named.
  package static let ending = ".turntest.json"

  package struct Case: Sendable, Hashable {
    package var name: String
    /// Over those of the script.
    package var values: GivenValues
    /// The person's own words, after the turns of the pattern.
    package var say: [String]
    package var expectations: [Expectation]
    /// In the file: `/cases/0`.
    package var place: JSONPointer
  }

  package var pattern: String
  /// nil for the main one.
  package var variant: String?
  package var values: GivenValues
  package var cases: [Case]
}

/// One mistake in a file of tests.
package struct ScriptFault: Error, Sendable, Hashable {
  /// In the file.
  package var place: JSONPointer
  /// A sentence without a full stop.
  package var words: String

  package init(_ place: JSONPointer, _ words: String) {
    self.place = place
    self.words = words
  }
}

package struct ScriptFaults: Error, Sendable, Hashable {
  package var faults: [ScriptFault]
  /// The line of a file that is no JSON; else the faults have places.
  package var line: Int?

  package init(_ faults: [ScriptFault], line: Int? = nil) {
    self.faults = faults
    self.line = line
  }
}
