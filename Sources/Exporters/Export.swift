/// What an export gives: files, and what could not be said in them.
package struct Export: Sendable, Hashable {
  package struct File: Sendable, Hashable {
    /// A relative path whose parts are letters, digits, `-`, `_` and `.`, whatever the pattern's id.
    package var name: String
    package var text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  package var files: [File]
  /// For a person, each a sentence; none twice.
  package var notes: [String]

  package init(files: [File], notes: [String]) {
    self.files = files
    self.notes = notes
  }
}
