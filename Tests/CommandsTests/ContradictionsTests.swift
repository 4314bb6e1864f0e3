import Commands
import Testing

@Suite("A table that contradicts itself")
struct ContradictionsTests {
  @Test("a sound table has none")
  func sound() {
    #expect(Program.sample.root.contradictions.isEmpty)
  }

  @Test("two things that share a name or a spelling are found, in commands below too")
  func repetitions() {
    let broken = CommandSpec(
      "x", "x",
      arguments: [.required("A", .text, ""), .required("A", .text, "")],
      flags: [.toggle("one", short: "o", ""), .toggle("two", short: "o", ""), .toggle("help", "")])
    let program = CommandSpec("p", "p", subcommands: [broken, CommandSpec("help", "")])
    #expect(
      program.contradictions == [
        "p: there are two commands called help",
        "p x: two flags are spelled -o",
        "p x: two flags are spelled --help",
        "p x: two arguments are called A",
      ])
  }

  @Test("a switch that can be taken back owns the name with no- too")
  func negatable() {
    let command = CommandSpec("x", "x", flags: [.negatable("a", ""), .toggle("no-a", "")])
    #expect(command.contradictions == ["x: two flags are spelled --no-a"])
  }

  @Test("arguments stand in an order that can be read")
  func order() {
    let command = CommandSpec(
      "x", "x",
      arguments: [
        .optional("A", .text, ""), .required("B", .text, ""),
        .repeated("C", .text, minimum: 0, ""), .optional("D", .text, ""),
      ])
    #expect(
      command.contradictions == [
        "x: B is required and follows the optional A", "x: C repeats and is not the last",
      ])
  }

  @Test("a command with subcommands takes no arguments")
  func group() {
    let command = CommandSpec(
      "x", "x", subcommands: [CommandSpec("y", "y")], arguments: [.required("A", .text, "")])
    #expect(command.contradictions == ["x: a command with subcommands takes no arguments"])
  }
}
