import Testing

struct TypeScriptGrammarTests {
  static let cases = [
    Case(
      "generics do not disturb what follows", "const a: Map<string, 'b'> = new Map<K, V[]>();",
      ["k const", "nc Map", "nc string", "s 'b'", "k new", "nc Map", "nc K", "nc V"]),
    Case("a call with type arguments is a call", "fetch<Page>(url)", ["nf fetch", "nc Page"]),
    Case("a comparison is no call", "a < b && (c)", []),
    Case(
      "type is a keyword where it governs", "type A = B; x.type; { type: 1 }",
      [
        "k type", "nc A", "nc B", "m 1",
      ]),
    Case("an angle before a type is no markup", "<T>(x: T) => '<'", ["nc T", "nc T", "s '<'"]),
    Case("a decorator", "@Input() name", ["cp @Input"]),
  ]

  @Test("TypeScript is coloured by its rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "typescript")
    #expect(found == example.colours)
  }
}
