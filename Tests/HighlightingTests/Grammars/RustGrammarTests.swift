import Testing

struct RustGrammarTests {
  static let cases = [
    Case(
      "a lifetime is no character", "&'a str, 'b', '\\'', 'é', 'static",
      ["nv 'a", "nc str", "s 'b'", "s '", "se \\'", "s '", "s 'é'", "nv 'static"]),
    Case(
      "a label is no character", "'outer: loop { break 'outer }",
      [
        "nv 'outer", "k loop", "k break", "nv 'outer",
      ]),
    Case(
      "a raw string ends with its number signs", ##"r#"a "b" \"# let"##,
      [##"s r#"a "b" \"#"##, "k let"]),
    Case("a raw identifier is a name", "r#type + r#fn()", []),
    Case("comments nest", "/* /* */ */ fn", ["c /* /* */ */", "k fn"]),
    Case("an attribute has its brackets", "#[a(b = [1])] fn", ["cp #[a(b = [1])]", "k fn"]),
    Case("a macro is a call", "vec![1]; a != b", ["nf vec!", "m 1"]),
    Case("await is a keyword after its dot", "f().await", ["nf f", "k await"]),
    Case("bytes and C strings", #"b'\x00' c"a""#, ["s b'", #"se \x00"#, "s ' c\"a\""]),
  ]

  @Test("Rust is coloured by its rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "rust")
    #expect(found == example.colours)
  }
}
