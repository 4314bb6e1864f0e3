import Testing

struct JinjaLexerTests {
  static let cases = [
    Case(
      "expressions have strings and numbers", "{{ a|b('c', 1) }}",
      ["cp {{", "s 'c'", "m 1", "cp }}"]),
    Case(
      "statements have keywords", "{%- for a in b if true -%}",
      ["cp {%-", "k for", "k in", "k if", "nb true", "cp -%}"]),
    Case(
      "comments of HTML in an expression", "{{ a, <!-- (1)! -->\nb }}",
      ["cp {{", "c <!-- (1)! -->", "cp }}"]),
    Case("comments", "{# {{ a }} #}b", ["c {# {{ a }} #}"]),
    Case(
      "marks in values of attributes", "<a b=\"c{{ d }}\">",
      ["nt a", "na b", "s \"c", "cp {{", "cp }}", "s \""]),
  ]

  @Test("templates are coloured by their rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "jinja")
    #expect(found == example.colours)
  }
}
