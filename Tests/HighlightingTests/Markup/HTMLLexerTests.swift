import Testing

struct HTMLLexerTests {
  static let cases = [
    Case(
      "attributes with and without quotes", "<a b=c d='e>' f>",
      ["nt a", "na b", "s c", "na d", "s 'e>'", "na f"]),
    Case(
      "a style sheet is CSS", "<style>a{b:1}</STYLE><p>",
      ["nt style", "nt a", "na b", "m 1", "nt STYLE", "nt p"]),
    Case(
      "a script is JavaScript", "<script>let a='</b>'</script>x",
      ["nt script", "k let", "s '</b>'", "nt script"]),
    Case(
      "data in a script is JSON", "<script>{\"a\":1}</script>",
      ["nt script", "nt \"a\"", "m 1", "nt script"]),
    Case("entities, but no lone ampersand", "&lt; & &#x20;x", ["se &lt;", "se &#x20;"]),
    Case("a lone angle is text", "1 < 2 <3", []),
    Case(
      "comments and declarations", "<!DOCTYPE html><!-- <a>\n--><?x?>",
      [
        "cp <!DOCTYPE html>", "c <!-- <a>", "c -->", "cp <?x?>",
      ]),
  ]

  @Test("HTML is coloured by its rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "html")
    #expect(found == example.colours)
  }
}
