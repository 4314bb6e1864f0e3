import Testing

struct JavaGrammarTests {
  static let cases = [
    Case(
      "an annotation", "@Override public @interface Mark {}",
      [
        "cp @Override", "k public", "cp @interface", "nc Mark",
      ]),
    Case(
      "a text block spans lines", "\"\"\"\n a \"b\"\n\"\"\";",
      ["s \"\"\"", "s a \"b\"", "s \"\"\""]),
    Case(
      "constants and types by their capitals", "MAX_SIZE + List<T>",
      ["nb MAX_SIZE", "nc List", "nc T"]),
  ]

  @Test("Java is coloured by its rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "java")
    #expect(found == example.colours)
  }
}
