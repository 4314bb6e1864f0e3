import Testing

struct JavaScriptGrammarTests {
  static let cases = [
    Case("a slash after a value divides", "a / b / c; f(x) / 2", ["nf f", "m 2"]),
    Case(
      "a slash where a value begins is a regular expression", "x = /[/\"]+\\/a/g.test(y)",
      ["s /[/\"]+\\/a/g", "nf test"]),
    Case("a regular expression may follow return", "return /'/", ["k return", "s /'/"]),
    Case("a regular expression ends on its line or is none", "= /a[\n'b'", ["s 'b'"]),
    Case(
      "template literals nest", "`a ${`b ${c}`} d`",
      ["s `a", "se ${", "s `b", "se ${", "se }", "s `", "se }", "s d`"]),
    Case(
      "braces in an interpolation do not end it", "`${{a: 1}} b`",
      ["s `", "se ${", "m 1", "se }", "s b`"]),
    Case("a property may be called like a keyword", "p.catch(p.default)", ["nf catch"]),
    Case(
      "markup has tags, attributes, text and code", "return <a b='c' {...d}>it's {e} <f.g/></a>",
      ["k return", "nt a", "na b", "s 'c'", "nt f.g", "nt a"]),
    Case("a comparison is no markup", "if (a <b) 'c'", ["k if", "s 'c'"]),
    Case("private names are names", "this.#count = 1", ["k this", "m 1"]),
    Case(
      "a first line for the system is a comment", "#!/usr/bin/node\nlet",
      [
        "c #!/usr/bin/node", "k let",
      ]),
  ]

  @Test("JavaScript is coloured by its rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "javascript")
    #expect(found == example.colours)
  }
}
