import Foundation
import Testing

@Suite("Completions of turn")
struct CompletionTests {
  struct Shell: Sendable, CustomTestStringConvertible {
    var name: String
    /// Prints what is offered for the words it is given, the last of them being typed.
    var script: String

    var path: String { "/usr/bin/\(name)" }
    var testDescription: String { name }
  }

  static let shells = [
    Shell(
      name: "bash",
      script: """
        source ./script
        COMP_WORDS=("$@")
        COMP_CWORD=$(($# - 1))
        _turn
        for reply in "${COMPREPLY[@]}"; do printf '%s\\n' "$reply"; done
        """),
    Shell(
      name: "fish",
      script: """
        source ./script
        complete -C "$argv" | string replace -r '\\t.*' ''
        """),
    // A zsh on a terminal of its own, in which a key prints the line after a tab has completed it.
    Shell(
      name: "zsh",
      script: """
        zmodload zsh/zpty
        rm -f ready typed
        words="$*"
        zpty shell zsh -f
        zpty -w shell 'PS1=; autoload -Uz compinit; compinit -u -D; source ./script; unsetopt beep
          print-line() { print -r -- "$BUFFER" > typed.new; mv typed.new typed }
          zle -N print-line; bindkey "^I" complete-word "^G" print-line; : > ready'
        for moment in {1..1000}; do [[ -e ready ]] && break; sleep 0.01; done
        zpty -w -n shell "$words"$'\\t\\a'
        for moment in {1..1000}; do [[ -e typed ]] && break; sleep 0.01; done
        zpty -d shell
        line=$(<typed)
        line=${line#"${words% *} "}
        [[ $line == "${words##* }" ]] || print -r -- "${line% }"
        """),
  ]

  private static func offered(_ shell: Shell, _ words: [String], at desk: Desk) throws -> [String] {
    try desk.write("script", try desk.run("completions", shell.name).output)
    let process = Process()
    process.executableURL = URL(filePath: shell.path)
    let quiet = ["bash": ["--norc"], "fish": ["--no-config"], "zsh": ["-f"]][shell.name] ?? []
    // Fish has no name of the script among its arguments.
    let name = shell.name == "fish" ? [] : [shell.name]
    process.arguments = quiet + ["-c", shell.script] + name + ["turn"] + words
    process.currentDirectoryURL = desk.folder
    process.environment = desk.environment.merging([
      "PATH": Desk.program.deletingLastPathComponent().path + ":/usr/bin:/bin", "TERM": "vt100",
    ]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func isPresent(_ shell: Shell) -> Bool {
    if FileManager.default.isExecutableFile(atPath: shell.path) { return true }
    print("SKIPPED: there is no \(shell.path); run Scripts/install.sh tests")
    return false
  }

  @Test(
    "the ids, variants and variables of the patterns that are there are offered", arguments: shells,
    [
      (["show", "co"], ["code-review"]), (["fill", "m"], ["multi-turn-conversation"]),
      (["fill", "code-review", "-v", "li"], ["limit="]),
      (["fill", "code-review", "--variant", "sec"], ["second-opinion"]),
      (["export", "code-review", "--to", "lang"], ["langchain"]), (["vars", "zzz"], []),
    ])
  func names(shell: Shell, line: (words: [String], offered: [String])) throws {
    guard Self.isPresent(shell) else { return }
    #expect(try Self.offered(shell, line.words, at: Desk()) == line.offered)
  }

  @Test("the ids of conversations and the names of contacts are offered", arguments: shells)
  func conversations(shell: Shell) throws {
    guard Self.isPresent(shell) else { return }
    let desk = try Desk()
    let id = try desk.talk("Hello", "--contact", "Ada")
    let beginning = String(id.prefix(3))
    for words in [["sessions", "show"], ["sessions", "delete"], ["status"], ["budget"]] {
      #expect(try Self.offered(shell, words + [beginning], at: desk) == [id], "\(words)")
    }
    #expect(try Self.offered(shell, ["contacts", "known", "A"], at: desk) == ["Ada"])
  }

  @Test("all ids are offered where none is begun", arguments: shells.filter { $0.name != "zsh" })
  func all(shell: Shell) throws {
    guard Self.isPresent(shell) else { return }
    #expect(
      try Self.offered(shell, ["show", ""], at: Desk()).sorted()
        == ["code-review", "empty-handed", "multi-turn-conversation"])
  }

  @Test("an id is data to the shell", arguments: shells)
  func data(shell: Shell) throws {
    guard Self.isPresent(shell) else { return }
    let desk = try Desk()
    let index = try #require(desk.text("patterns/index.json"))
    let evil = "co$(touch${IFS}gone)`touch${IFS}gone`;touch${IFS}gone"
    try desk.write(
      "patterns/index.json", index.replacing("\"code-review\"", with: "\"\(evil)\""))
    #expect(try !Self.offered(shell, ["show", "co"], at: desk).isEmpty)
    #expect(desk.text("gone") == nil)
  }
}
