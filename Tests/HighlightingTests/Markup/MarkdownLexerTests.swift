import Testing

struct MarkdownLexerTests {
  static let cases = [
    Case("headings have at most six signs and a space", "# a\n####### b\n#c", ["gh # a"]),
    Case("front matter is YAML", "---\na: 1\n---\na: 1", ["cp ---", "nt a", "m 1", "cp ---"]),
    Case("fenced code is in its language", "```py\ndef\n```\ndef", ["k ```py", "k def", "k ```"]),
    Case(
      "a fence is closed by one as long", "````\n```\na\n````\nb",
      ["k ````", "s ```", "s a", "k ````"]),
    Case(
      "attributes name the language too", "``` {.json .x}\n1\n```",
      ["k ``` {.json .x}", "m 1", "k ```"]),
    Case(
      "Markdown in Markdown is one level deep", "````md\n# a\n```py\ndef\n```\n````",
      [
        "k ````md", "gh # a", "k ```py", "s def", "k ```", "k ````",
      ]),
    Case("lists, tasks and quotes", "- a\n1. b\n> - [x] c\n-d", ["k -", "k 1.", "k > - [x]"]),
    Case("rules and underlines", "a\n===\n- - -\n***", ["gh ===", "k - - -", "gh ***"]),
    Case(
      "the blocks of MkDocs", "!!! note \"A *b*\"\n??? tip\n=== \"C\"",
      ["k !!! note", "s \"A *b*\"", "k ??? tip", "k ===", "s \"C\""]),
    Case("comments span lines", "<!-- a\n# b -->\n# c", ["c <!-- a", "c # b -->", "gh # c"]),
  ]

  @Test("the blocks of Markdown are coloured", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "markdown")
    #expect(found == example.colours)
  }
}
