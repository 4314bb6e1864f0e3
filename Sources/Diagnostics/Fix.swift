/// A change to the sources that mends what a finding is about.
package struct Fix: Hashable, Sendable {
  /// What it does, without a full stop: `write "few-shot.md"`.
  package var title: String
  /// Changes that belong together, in the order of their places; no two overlap.
  package var edits: [Edit]
  /// Whether it may be made without a person looking at it: nothing else can have been meant.
  package var isSafe: Bool

  package init(_ title: String, _ edits: [Edit], isSafe: Bool) {
    self.title = title
    self.edits = edits
    self.isSafe = isSafe
  }
}

/// Bytes of a file to be replaced by others; an empty range is where something is put in.
package struct Edit: Hashable, Sendable {
  /// The file as findings name it.
  package var path: String
  package var range: ByteRange
  package var replacement: String

  package init(path: String, range: ByteRange, replacement: String) {
    self.path = path
    self.range = range
    self.replacement = replacement
  }
}
