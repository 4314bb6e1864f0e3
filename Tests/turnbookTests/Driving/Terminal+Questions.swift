import Foundation

extension Terminal {
  /// What the terminal shows of a command that asks and a person who types a line at each prompt;
  /// LF for its line ends.
  func talk(
    _ command: String, in folder: URL, environment: [String: String], answering answers: [String],
    at prompt: Regex<Substring>
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.environment = environment.merging(["TERM": "xterm", "NO_COLOR": "1"]) { $1 }
    process.standardInput = writer
    process.standardOutput = writer
    process.standardError = writer
    try process.run()
    var shown = Data()
    var rest = answers[...]
    var asked = 0
    // The program waits for ever where it asks for more than there are answers.
    var patience = 3000
    while process.isRunning || hasMore {
      if hasMore { shown += reader.availableData } else { patience -= 1 }
      if patience == 0 { process.terminate() }
      let screen = String(decoding: shown, as: UTF8.self).replacing("\r\n", with: "\n")
      let prompts = screen.matches(of: prompt)
      guard prompts.count > asked, prompts.last?.range.upperBound == screen.endIndex,
        let next = rest.popFirst()
      else { continue }
      asked = prompts.count
      try reader.write(contentsOf: Data((next + "\n").utf8))
    }
    process.waitUntilExit()
    return String(decoding: shown, as: UTF8.self).replacing("\r\n", with: "\n")
  }
}
