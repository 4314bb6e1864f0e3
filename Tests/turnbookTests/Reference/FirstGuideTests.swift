import Foundation
import Testing

/// A reader who does what *First guide in five minutes* says, word for word, in an empty folder.
@Suite("First guide in five minutes")
struct FirstGuideTests {
  /// One fenced block of the page.
  private struct Block {
    var language: String
    var title: String?
    var lines: [String]
  }

  private static func blocks() throws -> [Block] {
    var blocks: [Block] = []
    var fence: String?
    for line in try Repository.text("content/manual/first-guide.md").components(separatedBy: "\n") {
      if let open = fence {
        if line == open { fence = nil } else { blocks[blocks.count - 1].lines.append(line) }
      } else if let found = line.firstMatch(of: /^(`{3,})(\w+)(?: title="(.*)")?$/) {
        fence = String(found.output.1)
        blocks.append(
          Block(
            language: String(found.output.2), title: found.output.3.map(String.init), lines: []))
      }
    }
    return blocks
  }

  /// Commands with what they print, a command's further lines with it.
  private static func commands(of block: Block) -> [(command: String, output: String)] {
    var commands: [(command: String, output: String)] = []
    var continues = false
    for line in block.lines {
      if line.hasPrefix("$ ") {
        commands.append((String(line.dropFirst(2)), ""))
        continues = line.hasSuffix("\\")
      } else if continues, let last = commands.indices.last {
        commands[last].command += "\n" + line
        continues = line.hasSuffix("\\")
      } else if let last = commands.indices.last {
        commands[last].output += line + "\n"
      }
    }
    return commands
  }

  private static func timeless(_ text: String) -> String {
    text.replacing(/[\d.]+ (ms|s)\b/, with: "… ms").trimmingCharacters(in: .newlines)
  }

  @Test("leads to a guide with a pattern that is filled in")
  func followed() throws {
    let desk = try Guide()
    var folder = ""
    var count = 0
    for block in try Self.blocks() {
      switch (block.language, block.title) {
      case ("markdown", let title?):
        try desk.write(folder + title, block.lines.joined(separator: "\n") + "\n")
      case ("markdown", nil):
        let index = folder + "content/index.md"
        var lines = try #require(desk.text(index)).components(separatedBy: "\n")
        let place = try #require(lines.lastIndex { $0.hasPrefix("- [") })
        lines.insert(contentsOf: block.lines, at: place + 1)
        try desk.write(index, lines.joined(separator: "\n"))
      case ("console", _):
        for (command, output) in Self.commands(of: block) {
          if command.hasPrefix("cd ") {
            folder = command.dropFirst(3) + "/"
            continue
          }
          // Asks questions on a terminal; `turn` is tested with one elsewhere.
          guard command != "turn fill write-it-twice" else { continue }
          let printed = try desk.shell(command, in: folder)
          #expect(Self.timeless(printed) == Self.timeless(output), "\(command)")
          count += 1
        }
      default: break
      }
    }
    #expect(count > 7)
    #expect(desk.has("my-guide/site/patterns/write-it-twice.json"))
    #expect(desk.text("my-guide/requests.json")?.contains("a family on its first visit") == true)
  }
}

extension Guide {
  /// What a command line prints, on either stream.
  fileprivate func shell(_ command: String, in folder: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = at(folder.isEmpty ? "." : folder)
    let programs = Run.program.deletingLastPathComponent().path
    process.environment = ["PATH": "\(programs):/usr/bin:/bin", "HOME": at(".").path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
