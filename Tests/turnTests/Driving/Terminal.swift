import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A pseudo-terminal with a person at it, who types when they are asked.
struct Terminal {
  private let own: FileHandle
  private let program: FileHandle

  init() throws {
    var ends: (own: Int32, program: Int32) = (-1, -1)
    guard openpty(&ends.own, &ends.program, nil, nil, nil) == 0 else {
      throw CocoaError(.fileNoSuchFile)
    }
    own = FileHandle(fileDescriptor: ends.own, closeOnDealloc: true)
    program = FileHandle(fileDescriptor: ends.program, closeOnDealloc: true)
  }

  static let controlC = "\u{3}"
  static let controlD = "\u{4}"

  struct Session {
    var status: Int32
    /// Everything that the terminal showed, echoes included, with LF for its line ends.
    var screen: String
  }

  /// Runs the program on the terminal. Each answer is typed when its prompt is on the screen and
  /// nothing typed before can have been it; Ctrl-C is a signal to it. The lines of a prompt are
  /// looked for one after the other, with anything in between.
  func run(
    _ arguments: [String], at desk: Desk, answers: [(prompt: String, typed: String)],
    environment: [String: String] = [:]
  ) throws -> Session {
    let process = Process()
    process.executableURL = Desk.program
    process.arguments = arguments
    process.currentDirectoryURL = desk.folder
    process.environment = desk.environment.merging(["TERM": "xterm", "NO_COLOR": "1"]) { $1 }
      .merging(environment) { $1 }
    process.standardInput = program
    process.standardOutput = program
    process.standardError = program
    try process.run()
    var shown = Data()
    var seen = 0
    var rest = answers[...]
    var patience = 6000
    while process.isRunning || hasMore {
      if hasMore { shown += own.availableData } else { patience -= 1 }
      // It waits for something that nobody will type.
      if patience == 0 { kill(process.processIdentifier, SIGKILL) }
      guard let next = rest.first else { continue }
      let screen = String(decoding: shown[seen...], as: UTF8.self)
      if Self.shows(next.prompt, screen) {
        seen = shown.count
        if next.typed == Self.controlC {
          kill(process.processIdentifier, SIGINT)
        } else {
          try own.write(contentsOf: Data(next.typed.utf8))
        }
        rest = rest.dropFirst()
      }
    }
    process.waitUntilExit()
    let screen = String(decoding: shown, as: UTF8.self).replacing("\r\n", with: "\n")
    try #require(
      process.terminationReason == .exit,
      "the program crashed or waits for \(rest.first?.prompt ?? "nothing"): \(arguments)\n\(screen)"
    )
    #expect(rest.isEmpty, "never asked: \(rest.map(\.prompt))\n\(screen)")
    return Session(status: process.terminationStatus, screen: screen)
  }

  private static func shows(_ prompt: String, _ screen: String) -> Bool {
    var rest = screen[...]
    for line in prompt.split(separator: "\n") {
      guard let place = rest.range(of: line) else { return false }
      rest = rest[place.upperBound...]
    }
    return true
  }

  /// Whether there is something to read, waiting for it a moment.
  private var hasMore: Bool {
    var wish = pollfd(fd: own.fileDescriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wish, 1, 10) > 0 && wish.revents & Int16(POLLIN) != 0
  }
}
