import Testing

struct TOMLLexerTests {
  static let cases = [
    Case(
      "a bracket begins a header only outside of values", "[a.b] # c\nd = [\n[1]]",
      ["k [a.b]", "c # c", "nt d", "m 1"]),
    Case(
      "literal strings have no escapes", "a = 'b\\'\nc = \"\\n\"",
      ["nt a", "s 'b\\'", "nt c", "s \"", "se \\n", "s \""]),
    Case(
      "three quotes span lines", "a = '''b\n'c\\''' # d", ["nt a", "s '''b", "s 'c\\'''", "c # d"]),
    Case(
      "keys in inline tables, with quotes and dots", "a.\"b\".c = { d = true }",
      ["nt a.\"b\"", "nt c", "nt d", "nb true"]),
    Case(
      "dates and numbers", "a = 1979-05-27T07:32:00Z\nb = 0b01",
      ["nt a", "m 1979-05-27T07:32:00Z", "nt b", "m 0b01"]),
  ]

  @Test("TOML is coloured by its rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "toml")
    #expect(found == example.colours)
  }
}
