import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A pseudo-terminal, to see what a person would.
struct Terminal {
  private let reader: FileHandle
  private let writer: FileHandle

  init() throws {
    var ends: (own: Int32, program: Int32) = (-1, -1)
    guard openpty(&ends.own, &ends.program, nil, nil, nil) == 0 else {
      throw CocoaError(.fileNoSuchFile)
    }
    reader = FileHandle(fileDescriptor: ends.own, closeOnDealloc: true)
    writer = FileHandle(fileDescriptor: ends.program, closeOnDealloc: true)
  }

  /// What a run prints on standard error; short enough for the terminal to hold it.
  func run(
    _ arguments: [String], in folder: URL, environment: [String: String]
  ) throws -> String {
    let process = Process()
    process.executableURL = Run.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = writer
    try process.run()
    process.waitUntilExit()
    return String(decoding: reader.availableData, as: UTF8.self)
  }
}
