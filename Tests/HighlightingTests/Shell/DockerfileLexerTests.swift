import Testing

struct DockerfileLexerTests {
  static let cases = [
    Case(
      "RUN has commands over continued lines", "RUN a \\\n && b\nUSER c",
      ["k RUN", "nf a", "se \\", "nf b", "k USER"]),
    Case("FROM names a stage", "from a:$V as b", ["k from", "nv $V", "k as"]),
    Case("the list form has strings", "CMD [\"a\", \"b\"]", ["k CMD", "s \"a\"", "s \"b\""]),
    Case("an instruction inside another", "ONBUILD RUN ls", ["k ONBUILD RUN", "nf ls"]),
  ]

  @Test("Dockerfiles are coloured by their rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "dockerfile")
    #expect(found == example.colours)
  }
}
