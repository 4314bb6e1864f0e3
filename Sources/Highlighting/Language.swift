/// A language that code can be coloured in. Look it up once, by the name a fence gives.
package struct Language: Sendable, Equatable {
  let index: Int

  /// The usual name, in small letters: `python` for `py`.
  package var name: String { LanguageTable.entries[index].name }

  /// - Parameter name: a name or alias as GitHub and Pygments know it, in any case.
  package init?(named name: String) {
    guard let index = LanguageTable.indices[name.lowercased()] else { return nil }
    self.index = index
  }

  /// - Parameter name: the bytes of a name or alias; nil if they are no known name.
  package init?(named name: UnsafeBufferPointer<UInt8>) {
    guard name.count <= LanguageTable.longestName else { return nil }
    self.init(named: String(decoding: name, as: UTF8.self))
  }

  init(index: Int) { self.index = index }

  /// Every language, in the order of the table.
  package static var all: [Language] { LanguageTable.entries.indices.map(Language.init(index:)) }
}
