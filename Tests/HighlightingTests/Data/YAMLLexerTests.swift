import Testing

struct YAMLLexerTests {
  static let cases = [
    Case("a colon inside a word ends no key", "a:b: http://c:8 # d", ["nt a:b", "c # d"]),
    Case("a number sign inside a word is no comment", "a: b#c", ["nt a"]),
    Case("quotes inside a word are text", "a: it's \"b\"", ["nt a"]),
    Case("keys may be quoted", "\"a b\": 'c'", ["nt \"a b\"", "s 'c'"]),
    Case(
      "a block ends where the indentation does", "a: |\n  b: c\n\n  # d\ne: 1",
      [
        "nt a", "s b: c", "s # d", "nt e", "m 1",
      ]),
    Case(
      "a block in a list is indented deeper than its key", "- a: >-\n    b\n  c: 1",
      [
        "nt a", "s b", "nt c", "m 1",
      ]),
    Case("a block may be an entry itself", "- |\n  a: b\n- c: 1", ["s a: b", "nt c", "m 1"]),
    Case("a header of a block may have a comment", "a: |2+ # b\n   c", ["nt a", "c # b", "s c"]),
    Case("a bar inside text begins no block", "a: b | c\n  d: |", ["nt a", "nt d"]),
    Case(
      "flow collections have keys", "{a: 1, 'b': [c, 2], d: {e: ~}}",
      [
        "nt a", "m 1", "nt 'b'", "m 2", "nt d", "nt e", "nb ~",
      ]),
    Case(
      "anchors, aliases and tags", "a: &b !c d\n<<: *b",
      ["nt a", "nv &b", "nc !c", "nt <<", "nv *b"]),
    Case(
      "constants in any case are whole values", "a: True\nb: on time", ["nt a", "nb True", "nt b"]),
    Case(
      "dates, times and versions are numbers", "a: 2024-01-31\nb: 1.2.3\nc: 3rd",
      [
        "nt a", "m 2024-01-31", "nt b", "m 1.2.3", "nt c",
      ]),
    Case("documents are parted", "---\na: 1\n...", ["cp ---", "nt a", "m 1", "cp ..."]),
    Case(
      "a string may span lines", "a: \"b\n  c: d\"\ne: 1",
      ["nt a", "s \"b", "s c: d\"", "nt e", "m 1"]),
  ]

  @Test("YAML is coloured by its rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "yaml")
    #expect(found == example.colours)
  }
}
