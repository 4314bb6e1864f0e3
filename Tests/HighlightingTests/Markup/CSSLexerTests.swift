import Testing

struct CSSLexerTests {
  static let cases = [
    Case(
      "steps of an animation", "@keyframes a { 0%, 100% { b: 1 } }",
      ["k @keyframes", "m 0%", "m 100%", "na b", "m 1"]),
    Case(
      "selectors", "a.b#c:d::e > *[f=\"g\"] {}",
      ["nt a", "nc .b", "nf #c", "nb :d::e", "na f", "s \"g\""]),
    Case(
      "declarations", "a { b: 1px #fff c(2%) !important }",
      [
        "nt a", "na b", "m 1px #fff", "nf c", "m 2%", "k !important",
      ]),
    Case(
      "a pseudo-class in a nested selector is no declaration", "a { b:hover { c: d } e: f }",
      [
        "nt a", "nt b", "nb :hover", "na c", "na e",
      ]),
    Case(
      "variables of CSS and SCSS", "$a: 1; b { --c: var(--d) }",
      [
        "nv $a", "m 1", "nt b", "nv --c", "nf var", "nv --d",
      ]),
    Case(
      "addresses without quotes", "a{b:url(http://c//d)} // e",
      ["nt a", "na b", "nf url", "s http://c//d", "c // e"]),
    Case("an interpolation is no block", ".a-#{$b} { c: d }", ["nc .a-", "nv $b", "na c"]),
    Case(
      "conditions of a rule", "@media (min-width: 1em) and (x) { a {} }",
      ["k @media", "na min-width", "m 1em", "k and", "nt a"]),
    Case(
      "escapes in strings", #"a { b: "\201C x\"" }"#,
      ["nt a", "na b", "s \"", #"se \201C"#, "s x", #"se \""#, "s \""]),
  ]

  @Test("style sheets are coloured by their rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "css")
    #expect(found == example.colours)
  }
}
