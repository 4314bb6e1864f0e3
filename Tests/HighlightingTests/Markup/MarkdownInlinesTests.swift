import Testing

struct MarkdownInlinesTests {
  static let cases = [
    Case("emphasis", "*a* __b__ 2 * 3 * a_b_c **open", ["ge *a*", "gs __b__"]),
    Case("code by the length of its ticks", "`a` ``b`c`` `d", ["s `a` ``b`c``"]),
    Case(
      "links of every kind", "[a](b \"c\") ![d](e) [f][g] <h://i>",
      [
        "nt a", "na b \"c\"", "nt d", "na e", "nt f", "nt g", "nt <h://i>",
      ]),
    Case(
      "definitions of links, but no text of a footnote", "[a]: b\n\n[^1]: c",
      ["nt a", "na b", "nt ^1"]),
    Case("escapes", #"\*a\* \a"#, [#"se \*"#, #"se \*"#]),
    Case("attribute lists", "a{ .b #c }{: d}{e=\"f\"} {g}", ["na { .b #c }{: d}{e=\"f\"}"]),
    Case("snippets", "--8<-- \"a.md\"", ["cp --8<--", "s \"a.md\""]),
  ]

  @Test("what stands within a line of Markdown is coloured", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "markdown")
    #expect(found == example.colours)
  }
}
