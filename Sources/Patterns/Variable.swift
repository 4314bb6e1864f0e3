/// Something that a person fills in.
package struct Variable: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case text, line, number, integer, boolean, choice, list, date, url, file, secret
  }

  /// How long a value is kept: asked every time, for the conversation, or for the person.
  package enum Memory: String, Sendable, CaseIterable {
    case turn, session, always
  }

  /// What a command line calls it: `high_level_request`.
  package var name: String
  /// What a person reads.
  package var label: String
  /// What kind of thing belongs there; nil where the slot says nothing more than its label.
  package var hint: String?
  package var description: String?
  package var kind: Kind
  package var isRequired: Bool
  package var standard: String?
  /// Empty where any value is right.
  package var choices: [String]
  /// Several values, in a slot that repeats.
  package var isList: Bool
  /// A value may have several lines.
  package var isMultiline: Bool
  package var remember: Memory
  /// Names it had before.
  package var aliases: [String]
  /// What the filled-in example has in its place.
  package var example: String?
  /// Where it is used first; lines and columns from 1.
  package var source: SourceSpan?

  package init(name: String, label: String, kind: Kind = .text) {
    self.name = name
    self.label = label
    self.kind = kind
    isRequired = true
    choices = []
    isList = false
    isMultiline = false
    remember = .turn
    aliases = []
  }
}

/// A piece of the page, for a person: lines and columns from 1, the end exclusive.
package struct SourceSpan: Sendable, Hashable {
  package var line: Int
  package var column: Int
  package var endLine: Int
  package var endColumn: Int

  package init(line: Int, column: Int, endLine: Int, endColumn: Int) {
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }
}
