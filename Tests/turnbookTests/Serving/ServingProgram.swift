import Foundation
import Synchronization
import WireClient

/// `turnbook serve` at work, ended with the test.
final class ServingProgram: Sendable {
  private let process: Process
  private let said = Mutex("")

  struct Silent: Error {
    let said: String
  }

  /// - Parameter place: What the program is called with; the guide's own folder without it.
  init(_ arguments: String..., in guide: Guide, environment: [String: String] = [:]) throws {
    process = Process()
    process.executableURL = Run.program
    process.arguments =
      ["serve"] + (arguments.contains("--port") ? [] : ["--port", "0"]) + arguments
    process.currentDirectoryURL = guide.folder
    process.environment = Run.surroundings.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    errors.fileHandleForReading.readabilityHandler = { [weak self] handle in
      let data = handle.availableData
      if data.isEmpty { handle.readabilityHandler = nil }
      self?.said.withLock { $0 += String(decoding: data, as: UTF8.self) }
    }
    try process.run()
    _ = try wait(for: "Ctrl-C ends it.\n")
  }

  deinit { if process.isRunning { process.terminate() } }

  /// Everything that it has said, once a text is there.
  @discardableResult
  func wait(for text: String) throws -> String {
    for _ in 0..<3000 {
      let said = said.withLock { $0 }
      if said.contains(text) { return said }
      if !process.isRunning { break }
      usleep(10_000)
    }
    throw Silent(said: said.withLock { $0 })
  }

  /// Where it serves, as it says.
  var port: Int {
    let found = said.withLock { $0.firstMatch(of: /at http:\/\/[^ ]*?:(\d+)\//)?.output.1 }
    return found.flatMap { Int($0) } ?? 0
  }

  func client() throws -> WireClient { try WireClient(port: port) }

  func ask(_ line: String, _ headers: String...) throws -> WireClient.Answer {
    let client = try client()
    try client.send(
      (["\(line) HTTP/1.1"] + headers
        + (headers.contains { $0.hasPrefix("Host:") } ? [] : ["Host: localhost"]))
        .joined(separator: "\r\n") + "\r\n\r\n")
    return try client.answer(isBodyless: line.hasPrefix("HEAD "))
  }

  /// A client that hears of changes, and has heard of the state of now.
  func listener() throws -> WireClient {
    let client = try client()
    try client.send("GET /.turnbook/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    _ = try client.head()
    _ = try client.read(until: "}\n\n")
    return client
  }

  /// Its exit code, once it has ended by a signal.
  func end(_ signal: Int32 = SIGINT) throws -> Int32 {
    kill(process.processIdentifier, signal)
    for _ in 0..<2000 where process.isRunning { usleep(10_000) }
    guard !process.isRunning, process.terminationReason == .exit else {
      throw Silent(said: "it goes on, or was killed")
    }
    return process.terminationStatus
  }
}
