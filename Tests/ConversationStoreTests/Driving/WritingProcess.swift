import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A process of its own that writes a store, and can be killed at any moment.
final class WritingProcess {
  private let process = Process()
  private let output = Pipe()
  private var text = Data()

  private static let program: URL = {
    let bundle = Bundle.allBundles.first { $0.bundleURL.pathExtension == "xctest" } ?? .main
    let place = bundle.bundleURL
    let folder = place.pathExtension == "xctest" ? place.deletingLastPathComponent() : place
    return folder.appending(path: "storewriter")
  }()

  init(_ arguments: String...) throws {
    process.executableURL = Self.program
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// The whole lines that were printed so far.
  private var lines: [String] {
    text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Waits until so many lines were printed, or the process has ended.
  func wait(lines count: Int) {
    while lines.count < count {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { return }
      text += more
    }
  }

  /// Kills it without a warning and returns what it had printed.
  func kill() -> [String] {
    #if canImport(Darwin)
      Darwin.kill(process.processIdentifier, SIGKILL)
    #else
      Glibc.kill(process.processIdentifier, SIGKILL)
    #endif
    return end().lines
  }

  /// Waits for its end.
  func end() -> (lines: [String], status: Int32) {
    text += output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (lines, process.terminationStatus)
  }
}
