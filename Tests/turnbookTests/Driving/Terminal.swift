import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A pseudo-terminal, to see what a person would.
struct Terminal {
  let reader: FileHandle
  let writer: FileHandle

  init() throws {
    var ends: (own: Int32, program: Int32) = (-1, -1)
    guard openpty(&ends.own, &ends.program, nil, nil, nil) == 0 else {
      throw CocoaError(.fileNoSuchFile)
    }
    reader = FileHandle(fileDescriptor: ends.own, closeOnDealloc: true)
    writer = FileHandle(fileDescriptor: ends.program, closeOnDealloc: true)
  }

  enum Stream {
    case output, errors
  }

  /// What a run prints on one of its streams, with the terminal's line ends.
  func run(
    _ arguments: [String], in folder: URL, environment: [String: String],
    showing stream: Stream = .errors
  ) throws -> String {
    let process = Process()
    process.executableURL = Run.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = stream == .output ? writer : FileHandle.nullDevice
    process.standardError = stream == .errors ? writer : FileHandle.nullDevice
    try process.run()
    // The program waits while the terminal is full.
    var shown = Data()
    while process.isRunning || hasMore { if hasMore { shown += reader.availableData } }
    process.waitUntilExit()
    return String(decoding: shown, as: UTF8.self)
  }

  /// Whether there is something to read, waiting for it a moment.
  var hasMore: Bool {
    var wish = pollfd(fd: reader.fileDescriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wish, 1, 10) > 0 && wish.revents & Int16(POLLIN) != 0
  }
}
