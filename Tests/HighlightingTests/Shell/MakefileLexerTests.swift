import Testing

struct MakefileLexerTests {
  static let cases = [
    Case(
      "a target, its needs, its recipe", "a: b $(C) # d\n\t@cc -o $@ $<",
      ["nf a", "nv $(C)", "c # d", "cp @", "nf cc", "na -o", "nv $@ $<"]),
    Case("assignments of every kind", "A := 1\nB ?= 2\nC = 3", ["nv A", "nv B", "nv C"]),
    Case(
      "a doubled dollar is the shell's", "\n\techo $$HOME $$(pwd)",
      ["nb echo", "se $", "nv $HOME", "se $$(", "nb pwd", "se )"]),
    Case("directives", "ifeq ($(A),b)\nelse\nendif", ["k ifeq", "nv $(A)", "k else", "k endif"]),
  ]

  @Test("makefiles are coloured by their rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "makefile")
    #expect(found == example.colours)
  }
}
