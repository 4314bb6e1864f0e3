import Testing

struct ConsoleLexerTests {
  static let cases = [
    Case(
      "output is what follows no prompt", "$ ls -l\ntotal 0 $ x",
      ["gp $", "nf ls", "na -l", "go total 0 $ x"]),
    Case("a prompt names user and machine", "(v) me@box:~/a$ ls", ["gp (v) me@box:~/a$", "nf ls"]),
    Case(
      "a command goes on after a backslash", "$ a \\\n  -b\nc",
      ["gp $", "nf a", "se \\", "na -b", "go c"]),
    Case(
      "a command does not reach into the output", "$ echo 'a\nb'",
      ["gp $", "nb echo", "s 'a", "go b'"]),
    Case(
      "PowerShell is told by its prompt", "PS C:\\> Get-Item $a",
      ["gp PS C:\\>", "nf Get-Item", "nv $a"]),
    Case("an empty prompt", "$\n#", ["gp $", "gp #"]),
  ]

  @Test("sessions have prompts, commands and output", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "console")
    #expect(found == example.colours)
  }
}
