import Testing

struct INILexerTests {
  static let cases = [
    Case(
      "sections, keys and comments", "; a\n[b]\nc = d ; e\n# f",
      ["c ; a", "k [b]", "nt c", "c ; e", "c # f"]),
    Case("a sign inside a value is text", "a=b#c=d;e", ["nt a"]),
    Case(
      "whole values may be constants", "a: yes\nb: yes sir\nc=8",
      ["nt a", "nb yes", "nt b", "nt c", "m 8"]),
    Case("variables of an environment", "export A='b c'", ["k export", "nt A", "s 'b c'"]),
  ]

  @Test("INI files are coloured by their rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "ini")
    #expect(found == example.colours)
  }
}
