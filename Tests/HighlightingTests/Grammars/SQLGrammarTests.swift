import Testing

struct SQLGrammarTests {
  static let cases = [
    Case("keywords in any case", "Select a FROM b", ["k Select", "k FROM"]),
    Case(
      "a doubled quote is part of the string", "'it''s' as \"a\"\"b\"",
      [
        "s 'it''s'", "k as", "s \"a\"\"b\"",
      ]),
    Case(
      "dollar quotes end with their tag", "$a$ 'x' $b$ $a$ and $1",
      [
        "s $a$ 'x' $b$ $a$", "k and", "nv $1",
      ]),
    Case("a parameter is no cast", ":id, a::int, @x", ["nv :id", "nc int", "nv @x"]),
    Case("two dashes begin a comment, one subtracts", "1 - 2 -- 3", ["m 1", "m 2", "c -- 3"]),
    Case(
      "functions and long constants", "count(*) = current_timestamp",
      [
        "nf count", "nb current_timestamp",
      ]),
  ]

  @Test("SQL is coloured by its rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "sql")
    #expect(found == example.colours)
  }
}
