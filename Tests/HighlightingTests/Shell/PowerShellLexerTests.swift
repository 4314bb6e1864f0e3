import Testing

struct PowerShellLexerTests {
  static let cases = [
    Case(
      "cmdlets, parameters, operators", "Get-Item -Path $a -EQ 3 - 1",
      [
        "nf Get-Item", "na -Path", "nv $a", "k -EQ", "m 3", "m 1",
      ]),
    Case(
      "a string has variables and code", "\"$a $($b.C()) `n $env:X\"",
      ["s \"", "nv $a", "se $(", "nv $b", "nf C", "se )", "se `n", "nv $env:X", "s \""]),
    Case(
      "a here-string ends at the start of a line", "@\"\nno \"@ a\n\"@; 1",
      [
        "s @\"", "s no \"@ a", "s \"@", "m 1",
      ]),
    Case("single quotes keep everything", "'$a ''b''' if", ["s '$a ''b'''", "k if"]),
    Case(
      "types stand in brackets, indices do not", "[string]$a[0] [IO.Path]::X",
      [
        "nc string", "nv $a", "m 0", "nc IO.Path",
      ]),
    Case(
      "comments of one and of several lines", "# a\n<# b\n#> IF",
      ["c # a", "c <# b", "c #>", "k IF"]),
  ]

  @Test("PowerShell is coloured by its rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "powershell")
    #expect(found == example.colours)
  }
}
