/// How a store is opened.
package struct StoreOptions: Sendable {
  /// For how many milliseconds another process that writes is waited for.
  package var patience: Int
  /// Who writes answers.
  package var writer: Writer
  /// The most pages of 4 KB that the file may have; nil for as many as the disk has.
  package var mostPages: Int?
  /// Whether words are indexed where SQLite can; without it, every text is looked through.
  package var indexesWords: Bool
  /// How a new store is made, and an old one made new.
  package var schema: Schema

  package init(
    patience: Int = 5000, writer: Writer = .current, mostPages: Int? = nil,
    indexesWords: Bool = true
  ) {
    self.patience = patience
    self.writer = writer
    self.mostPages = mostPages
    self.indexesWords = indexesWords
    schema = .current
  }
}
