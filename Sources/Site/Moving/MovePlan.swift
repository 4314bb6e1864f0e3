package import Diagnostics

/// Everything that a move changes, as a value: nothing has been written yet.
package struct MovePlan: Sendable {
  /// The changes to the text of one file.
  package struct Change: Sendable {
    /// As findings name the file before the move.
    package var path: String
    /// As they name it afterwards.
    package var newPath: String
    package var old: [UInt8]
    /// In the order of their places; no two overlap.
    package var edits: [Edit]

    package var new: [UInt8] { EditPlan.applying(edits, to: old) }
  }

  /// A file that is found under another path afterwards, as findings name it.
  package struct Rename: Sendable, Hashable {
    package var from: String
    package var to: String
  }

  /// What is renamed on the disk, from and to as findings name it: the page, the file or the folder
  /// itself. Nil where a heading is moved.
  package internal(set) var entry: Rename?
  /// Every file that is renamed with it, in the order of their paths.
  package internal(set) var renames: [Rename] = []
  /// Files whose text changes, in the order of their paths; those of renamed files among them.
  package internal(set) var changes: [Change] = []
  /// How many references were rewritten: links, definitions, `related`, navigation and includes.
  package internal(set) var referenceCount = 0
  /// Former addresses that lead to the page from now on.
  package internal(set) var addedRedirects: [String] = []
  /// Former addresses at which a page stands again.
  package internal(set) var removedRedirects: [String] = []
  /// What else a person should know, each a sentence without a full stop.
  package internal(set) var notes: [String] = []
  /// The move that undoes this one.
  package internal(set) var inverse: MoveRequest
  /// The folder of the guide; every path lies in it.
  package internal(set) var root: String

  init(inverse: MoveRequest, root: String) {
    self.inverse = inverse
    self.root = root
  }
}

/// Why something cannot be moved. Nothing has been written.
package struct MoveRefusal: Error {
  package let diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  init(
    _ code: Code, _ message: String, path: String? = nil, range: ByteRange? = nil,
    notes: [String] = [], help: String
  ) {
    diagnostics = [
      Diagnostic(code, .error, message, path: path, range: range, notes: notes, help: help)
    ]
  }
}
