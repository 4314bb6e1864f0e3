import Testing

struct JSONLexerTests {
  static let cases = [
    Case(
      "keys are told from strings", "{\"a\" : \"b\", 'c': [\"d\"]}",
      ["nt \"a\"", "s \"b\"", "nt 'c'", "s \"d\""]),
    Case(
      "a quote that is escaped does not end a key", #"{"a\"b": 1}"#,
      ["nt \"a", #"se \""#, "nt b\"", "m 1"]),
    Case("constants and numbers", "[true, null, -1.5E+3]", ["nb true", "nb null", "m -1.5E+3"]),
    Case("comments", "// a\n/* b\n*/ 1", ["c // a", "c /* b", "c */", "m 1"]),
    Case("a string ends with its line", "{\"a\n1", ["s \"a", "m 1"]),
  ]

  @Test("JSON is coloured by its rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "json")
    #expect(found == example.colours)
  }
}
