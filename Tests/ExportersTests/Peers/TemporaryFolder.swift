import Foundation

/// A folder that is gone when the test is over, and programs that run in it.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "exporters-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) throws -> String {
    try String(decoding: Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  struct Result {
    let output: String
    let errors: String
    let status: Int32
  }

  /// Output goes through files, which no amount of text can block.
  func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:],
    input: URL? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = url
    process.environment =
      ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": url.path].merging(environment) { $1 }
    let names = [UUID().uuidString, UUID().uuidString]
    for name in names { try write("", to: name) }
    process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? .nullDevice
    process.standardOutput = try FileHandle(forWritingTo: url.appending(path: names[0]))
    process.standardError = try FileHandle(forWritingTo: url.appending(path: names[1]))
    try process.run()
    process.waitUntilExit()
    return Result(
      output: try read(names[0]), errors: try read(names[1]), status: process.terminationStatus)
  }
}
