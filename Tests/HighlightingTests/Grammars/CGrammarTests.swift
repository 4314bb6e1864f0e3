import Testing

struct CGrammarTests {
  static let cases = [
    Case(
      "a raw string ends with its delimiter", "R\"x(a)\" )y\" )x\" + 1",
      [
        "s R\"x(a)\" )y\" )x\"", "m 1",
      ]),
    Case("digits may be parted by quotes", "1'000'000 + 'a'", ["m 1'000'000", "s 'a'"]),
    Case("a directive begins its line", "#include <a.h>\na # b", ["cp #include", "s <a.h>"]),
    Case("an escaped quote is a character", #"'\'' + '"'"#, ["s '", #"se \'"#, "s '", "s '\"'"]),
    Case("a type by its ending", "size_t n; x_total t;", ["nc size_t"]),
    Case(
      "templates do not disturb what follows", "f<int, A<B>>(c < d)",
      [
        "nf f", "nc int", "nc A", "nc B",
      ]),
    Case("hexadecimal numbers end before a minus", "0xe-1", ["m 0xe", "m 1"]),
  ]

  @Test("C++ is coloured by its rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "cpp")
    #expect(found == example.colours)
  }
}
