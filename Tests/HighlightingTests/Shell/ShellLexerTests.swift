import Testing

struct ShellLexerTests {
  static let cases = [
    Case(
      "the first word is a command, the others are not", "git commit -m 'a' --amend=x",
      [
        "nf git", "na -m", "s 'a'", "na --amend",
      ]),
    Case(
      "commands after pipes, lists and keywords", "a | b && c; if d; then e & f; fi",
      [
        "nf a", "nf b", "nf c", "k if", "nf d", "k then", "nf e", "nf f", "k fi",
      ]),
    Case("a keyword as an argument is text", "echo if done", ["nb echo"]),
    Case(
      "assignments before a command", "A=1 B+=\"$C\" cmd D=2",
      [
        "nv A", "m 1", "nv B", "s \"", "nv $C", "s \"", "nf cmd",
      ]),
    Case(
      "single quotes keep everything", #"echo '\' "$a""#,
      ["nb echo", #"s '\' ""#, "nv $a", "s \""]),
    Case(
      "a substitution in a string has commands and strings", "x=\"a $(b \"$c\") d\"",
      ["nv x", "s \"a", "se $(", "nf b", "s \"", "nv $c", "s \"", "se )", "s d\""]),
    Case(
      "arithmetic has variables and numbers", "$((a << 2))", ["se $((", "nv a", "m 2", "se ))"]),
    Case(
      "a here-document ends with its word", "cat <<E >x\na $b ${c}\nE\nls",
      [
        "nf cat", "s E", "s a", "nv $b", "nv ${c}", "s E", "nf ls",
      ]),
    Case(
      "a quoted here-document does not expand", "cat <<'E'\n$b\nE\nls",
      [
        "nf cat", "s 'E'", "s $b", "s E", "nf ls",
      ]),
    Case(
      "two here-documents follow one another", "a <<X <<Y\n1\nX\n2\nY\nb",
      [
        "nf a", "s X", "s Y", "s 1", "s X", "s 2", "s Y", "nf b",
      ]),
    Case("a here-string is no here-document", "a <<< b\nc", ["nf a", "nf c"]),
    Case("a number sign inside a word is no comment", "a b#c # d", ["nf a", "c # d"]),
    Case(
      "patterns of case are no commands", "case x in\n a) b;;\nesac",
      [
        "k case", "k in", "nf b", "k esac",
      ]),
    Case(
      "a session with prompts is one", "$ ls -l\ntotal 0",
      ["gp $", "nf ls", "na -l", "go total 0"]),
    Case(
      "the lines of a folder tree are no commands", ".\n├─ docs/\n│  └─ a.md # b",
      ["nb .", "c # b"]),
    Case("a redirection is no command", "a 2>&1 >b", ["nf a", "m 2", "m 1"]),
    Case("a line goes on after a backslash", "a \\\n  -b", ["nf a", "se \\", "na -b"]),
    Case("special parameters and nested braces", "$? ${a:-${b}} $@", ["nv $? ${a:-${b}} $@"]),
  ]

  @Test("shells are coloured by their rules", arguments: cases)
  func colouring(_ example: Case) throws {
    let found = try colours(example.code, as: "bash")
    #expect(found == example.colours)
  }
}
