package import Patterns

/// Where the server gets its patterns from. Who owns it reads files; the server does not.
package struct PatternShelf {
  /// What there is, in the order in which it is listed.
  package var entries: () throws(ShelfFault) -> [PatternIndex.Entry]
  package var pattern: (PatternIndex.Entry) throws(ShelfFault) -> Pattern
  /// The bytes of a pattern's file.
  package var file: (PatternIndex.Entry) throws(ShelfFault) -> [UInt8]
  /// The Markdown of a pattern's page; nil where it is not at hand.
  package var page: (PatternIndex.Entry, Pattern) -> [UInt8]?
  /// Told what could not be read and is left out of a list.
  package var note: (String) -> Void

  package init(
    entries: @escaping () throws(ShelfFault) -> [PatternIndex.Entry],
    pattern: @escaping (PatternIndex.Entry) throws(ShelfFault) -> Pattern,
    file: @escaping (PatternIndex.Entry) throws(ShelfFault) -> [UInt8],
    page: @escaping (PatternIndex.Entry, Pattern) -> [UInt8]? = { _, _ in nil },
    note: @escaping (String) -> Void = { _ in }
  ) {
    self.entries = entries
    self.pattern = pattern
    self.file = file
    self.page = page
    self.note = note
  }
}

/// Why a pattern cannot be had.
package struct ShelfFault: Error, Hashable, Sendable {
  /// In plain words, without a full stop.
  package var message: String

  package init(_ message: String) { self.message = message }
}

extension PatternShelf {
  func entry(_ id: String) throws(ShelfFault) -> PatternIndex.Entry? {
    try entries().first { $0.id.utf8.elementsEqual(id.utf8) }
  }

  /// The patterns of some entries; one that cannot be read is noted and left out.
  func patterns(
    of entries: some Sequence<PatternIndex.Entry>
  ) -> [(entry: PatternIndex.Entry, pattern: Pattern)] {
    entries.compactMap { entry in
      do throws(ShelfFault) {
        return (entry, try pattern(entry))
      } catch {
        note(error.message)
        return nil
      }
    }
  }
}
