import Testing

struct GoGrammarTests {
  static let cases = [
    Case(
      "a raw string spans lines and has no escapes", "`a\\n\nb` + 1", ["s `a\\n", "s b`", "m 1"]),
    Case("an exported function is a call, not a type", "fmt.Println(x)", ["nf Println"]),
    Case(
      "a method has its name after the receiver", "func (p *Page) Name()", ["k func", "nf Name"]),
    Case("runes", #"'x' + '\n'"#, ["s 'x'", "s '", #"se \n"#, "s '"]),
  ]

  @Test("Go is coloured by its rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "go")
    #expect(found == example.colours)
  }
}
