import Testing

struct SwiftGrammarTests {
  static let cases = [
    Case(
      "code in a string is code again, however deep",
      #""a \(f("b \(x + 1)")) c""#,
      ["s \"a", #"se \("#, "nf f", "s \"b", #"se \("#, "m 1", "se )", "s \"", "se )", "s c\""]),
    Case(
      "parentheses inside an interpolation do not end it", #""\((1 + 2)) d""#,
      ["s \"", #"se \("#, "m 1", "m 2", "se )", "s d\""]),
    Case(
      "a raw string keeps backslashes and quotes", ##"#"\n "x" \(y)"#"##,
      ["s " + ##"#"\n "x" \(y)"#"##]),
    Case(
      "a raw string interpolates with its number signs", ##"#"\#(y)"#"##,
      ["s #\"", ##"se \#("##, "se )", "s \"#"]),
    Case("comments nest", "/* a /* b */ c */ let", ["c /* a /* b */ c */", "k let"]),
    Case("a keyword after a dot is a name", ".default.in", []),
    Case("a keyword after a range is a keyword", "0...let", ["m 0", "k let"]),
    Case("a keyword in backticks is a name", "let `class` = 1", ["k let", "m 1"]),
    Case("a range is no decimal number", "1..<10", ["m 1", "m 10"]),
    Case("a contextual keyword needs something to govern", "any + any View", ["k any", "nc View"]),
    Case("shorthand arguments are variables", "{ $0 + $name }", ["nv $0", "nv $name"]),
    Case("a string ends with its line", "\"open\nlet", ["s \"open", "k let"]),
    Case(
      "an unfinished interpolation ends with its line", "\"a \\(b\n) let",
      ["s \"a", #"se \("#, "k let"]),
    Case(
      "a regular expression between number signs is a string", ##"#/a"b/# let"##,
      [##"s #/a"b/#"##, "k let"]),
  ]

  @Test("Swift is coloured by its rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "swift")
    #expect(found == example.colours)
  }
}
