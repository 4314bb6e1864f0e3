import Testing

struct PythonGrammarTests {
  static let cases = [
    Case(
      "an f-string has code, format and doubled braces", "f'{{x}} {a!r:>{w}.2f} {d[\"k\"]}'",
      [
        "s f'", "se {{", "s x", "se }}", "se {", "se :>", "se .2f}", "se {", "s \"k\"", "se }",
        "s '",
      ]),
    Case(
      "a raw string has no escapes", #"r"\d\"" + "\n""#,
      [#"s r"\d\"""#, "s \"", #"se \n"#, "s \""]),
    Case("three quotes span lines", "'''a\n'b'\n''' def", ["s '''a", "s 'b'", "s '''", "k def"]),
    Case("an empty string is not the start of three quotes", "'' + 'a'", ["s ''", "s 'a'"]),
    Case("match is a keyword only where it governs", "match x\nmatch = 1", ["k match", "m 1"]),
    Case("a decorator has its dots", "@app.get('/')", ["cp @app.get", "s '/'"]),
    Case("a matrix product is no decorator", "a @ b", []),
    Case(
      "a class and a function are named", "class A: def f(): g()",
      [
        "k class", "nc A", "k def", "nf f", "nf g",
      ]),
    Case(
      "a name of Unicode is one escape", #""\N{EM DASH}""#, ["s \"", #"se \N{EM DASH}"#, "s \""]),
    Case("numbers with signs, points and underscores", "1_0.5e-3 + .5j", ["m 1_0.5e-3", "m .5j"]),
    Case("names in other scripts are whole", "größe = naïve(π)", ["nf naïve"]),
  ]

  @Test("Python is coloured by its rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "python")
    #expect(found == example.colours)
  }
}
