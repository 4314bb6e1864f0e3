import Testing

@testable import Highlighting

struct WordTableTests {
  private static let table = WordTable([
    (.keyword, "if elseif a_word_of_21_letters"), (.builtin, "if true eightlet"),
  ])
  private static let folding = WordTable(foldsCase: true, [(.keyword, "select group_by")])

  private func style(_ text: String, in table: WordTable, after: String = "") -> Style {
    let bytes = Array((text + after).utf8)
    return bytes.withUnsafeBufferPointer { table.word(in: $0, 0, text.utf8.count).style }
  }

  @Test("a word is found whole only", arguments: ["if", "elseif", "a_word_of_21_letters"])
  func whole(word: String) {
    #expect(style(word, in: Self.table) == .keyword)
    #expect(style(word, in: Self.table, after: " and much more text") == .keyword)
    #expect(style(word + "x", in: Self.table) == .plain)
    #expect(style(String(word.dropLast()), in: Self.table) == .plain)
  }

  @Test("the first mention of a word wins")
  func first() { #expect(style("if", in: Self.table) == .keyword) }

  @Test("a word of eight bytes is found at the end of the code and before other text")
  func eight() {
    #expect(style("eightlet", in: Self.table) == .builtin)
    #expect(style("eightlet", in: Self.table, after: "ter") == .builtin)
  }

  @Test("a table that folds case finds any case, one that does not finds its own")
  func folds() {
    #expect(style("SeLeCt", in: Self.folding) == .keyword)
    #expect(style("GROUP_BY", in: Self.folding) == .keyword)
    #expect(style("IF", in: Self.table) == .plain)
  }

  @Test("nothing and too much are not found", arguments: ["", String(repeating: "a", count: 25)])
  func limits(word: String) { #expect(style(word, in: Self.table) == .plain) }
}
