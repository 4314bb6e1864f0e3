import Foundation
import Testing

@Suite("Completions of turn")
struct CompletionTests {
  @Test(
    "bash offers the ids and variables of the patterns that are there",
    arguments: [
      (["show", "co"], ["code-review"]), (["fill", "m"], ["multi-turn-conversation"]),
      (["fill", "code-review", "-v", "li"], ["limit="]),
      (["fill", "code-review", "--variant", "sec"], ["second-opinion"]),
      (["vars", "zzz"], []),
    ])
  func bash(words: [String], offered: [String]) throws {
    let desk = try Desk()
    try desk.write("script", try desk.run("completions", "bash").output)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "bash", "-c",
        """
        source ./script
        COMP_WORDS=("$@")
        COMP_CWORD=$(($# - 1))
        _turn
        for reply in "${COMPREPLY[@]}"; do printf '%s\\n' "$reply"; done
        """, "bash", "turn",
      ] + words
    process.currentDirectoryURL = desk.folder
    process.environment = desk.environment.merging([
      "PATH": Desk.program.deletingLastPathComponent().path + ":/usr/bin:/bin"
    ]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(
      String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init) == offered)
  }
}
