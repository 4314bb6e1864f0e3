import Testing

struct PythonConsoleLexerTests {
  static let cases = [
    Case(
      "code after the prompts only", ">>> def f():\n...   1\n'def'",
      ["gp >>>", "k def", "nf f", "gp ...", "m 1", "go 'def'"]),
    Case("dots in the output are no prompt", "....", ["go ...."]),
  ]

  @Test("sessions with Python have prompts, code and output", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "pycon")
    #expect(found == example.colours)
  }
}
