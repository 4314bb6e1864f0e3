import Commands
import Testing

@Suite("Completions")
struct CompletionTests {
  /// Words typed so far, the last of them being completed, and what is offered.
  struct Typing: CustomTestStringConvertible, Sendable {
    var words: [String]
    var offered: [String]
    var testDescription: String { words.joined(separator: " ") }

    init(_ words: [String], _ offered: [String]) {
      self.words = words
      self.offered = offered
    }
  }

  static let files = ["docs/": "", "my site/": "", "notes.txt": ""]

  static let shared = [
    Typing(["guide", ""], ["build", "new", "copy", "shell", "help"]),
    Typing(["guide", "bu"], ["build"]),
    Typing(["guide", "x"], []),
    Typing(["guide", "new", ""], ["technique", "page", "help"]),
    Typing(["guide", "new", "help", "t"], ["technique"]),
    Typing(["guide", "help", ""], ["build", "new", "copy", "shell"]),
    Typing(["guide", "new", "page", ""], []),
    Typing(["guide", "shell", ""], ["bash", "zsh", "fish"]),
    Typing(["guide", "shell", "bash", ""], []),
    Typing(["guide", "build", "--st"], ["--strict"]),
    Typing(["guide", "build", "--no"], ["--no-color"]),
    Typing(["guide", "build", "--format", ""], ["text", "json", "it's"]),
    Typing(["guide", "build", "--jobs", ""], []),
    Typing(["guide", "build", "--", "--st"], []),
  ]

  @Test(
    "bash offers commands, flags and values", .needs("bash"),
    arguments: shared + [
      Typing(["guide", "build", "--format", "=", "te"], ["text"]),
      Typing(["guide", "build", "--format", "="], ["text", "json", "it's"]),
      Typing(["guide", "build", "--output", ""], ["docs", "my site"]),
      Typing(["guide", "build", "-o", "m"], ["my site"]),
      Typing(["guide", "build", "--config", "n"], ["notes.txt"]),
      Typing(["guide", "build", "--jobs", "3", "d"], ["docs"]),
      Typing(["guide", "build", "docs", ""], []),
      Typing(["guide", "copy", "docs", "a", "n"], ["notes.txt"]),
    ])
  func bash(_ typing: Typing) throws {
    let bash = try #require(InstalledTool("bash"))
    let script = """
      source ./script
      COMP_WORDS=("$@")
      COMP_CWORD=$(($# - 1))
      _guide
      for reply in "${COMPREPLY[@]}"; do printf '%s\\n' "$reply"; done
      """
    try expect(typing, try bash.run(["-c", script, "bash"] + typing.words, files: files(.bash)))
  }

  @Test(
    "fish offers commands, flags and values", .needs("fish"),
    arguments: shared + [
      Typing(["guide", "build", "--output", ""], ["docs/", "my site/"]),
      Typing(["guide", "build", "--config", "n"], ["notes.txt"]),
      Typing(["guide", "build", "--jobs", "3", "d"], ["docs/"]),
      Typing(["guide", "build", "docs", ""], []),
      Typing(["guide", "copy", "docs", "a", "n"], ["notes.txt"]),
    ])
  func fish(_ typing: Typing) throws {
    let fish = try #require(InstalledTool("fish"))
    // What is offered stands before a tab and its description.
    let script = "source ./script; complete -C \"$argv\" | string replace -r '\\t.*' ''"
    try expect(
      typing, try fish.run(["--no-config", "-c", script] + typing.words, files: files(.fish)))
  }

  @Test("zsh reads its script without complaint", .needs("zsh"))
  func zshSyntax() throws {
    let zsh = try #require(InstalledTool("zsh"))
    let outcome = try zsh.run(["-n", "script"], files: files(.zsh))
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test("zsh gets a spec for each spelling of a flag and for each argument", .needs("zsh"))
  func zsh() throws {
    let zsh = try #require(InstalledTool("zsh"))
    let script = """
      compdef() { }
      _arguments() { print -rl -- "$@" }
      source ./script
      _guide_build
      _guide_copy
      """
    let outcome = try zsh.run(["-f", "-c", script], files: files(.zsh))
    let specs = outcome.output.split(separator: "\n")
    #expect(outcome.errors == "")
    #expect(specs.contains("(-o --output)-o+[Write into DIR]:DIR:_files -/"))
    #expect(specs.contains("(-o --output)--output=[Write into DIR]:DIR:_files -/"))
    #expect(specs.contains("(--config)--config=[Read the settings from FILE]:FILE:_files"))
    #expect(specs.contains("(--format)--format=[Print problems as NAME]:NAME:(text json it's)"))
    #expect(specs.contains("*--tag=[Build only pages with TAG]:TAG: "))
    #expect(specs.contains("(--color --no-color)--no-color[Print colours]"))
    #expect(
      specs.contains(
        #"(-s --strict)--strict[Treat warnings as errors \[all of them\]: none is left]"#))
    #expect(specs.contains("1::FOLDER:_files -/"))
    #expect(specs.contains("1:TARGET:_files -/"))
    #expect(specs.contains("*:FILE:_files"))
  }

  private func files(_ shell: Shell) -> [String: String] {
    var files = Self.files
    files["script"] = Program.sample.completions(for: shell)
    return files
  }

  private func expect(_ typing: Typing, _ outcome: InstalledTool.Outcome) throws {
    #expect(outcome.errors == "")
    let offered = outcome.output.split(separator: "\n").map { String($0) }
    #expect(offered.sorted() == typing.offered.sorted())
  }
}
