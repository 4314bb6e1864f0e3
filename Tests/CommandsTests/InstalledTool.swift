import Foundation
import Testing

/// A program of the machine that a test runs its output through.
struct InstalledTool {
  let url: URL

  /// Looks the program up in PATH; nil when it is not there.
  init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let paths = folders.map { "\($0)/\(name)" }
    guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) })
    else { return nil }
    url = URL(fileURLWithPath: path)
  }

  struct Outcome {
    var output: String
    var errors: String
    var status: Int32
  }

  /// Runs the program in a folder of its own that holds the files, and a folder for each path that
  /// ends with a slash.
  func run(_ arguments: [String], files: [String: String] = [:]) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files {
      let file = folder.appending(path: path)
      if path.hasSuffix("/") {
        try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
      } else {
        try Data(text.utf8).write(to: file)
      }
    }
    let output = folder.appending(path: ".output")
    let errors = folder.appending(path: ".errors")
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8),
      status: process.terminationStatus)
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips the test, and says so, on a machine without the program.
  static func needs(_ name: String) -> Self {
    .enabled(if: InstalledTool(name) != nil, "\(name) is not installed, so this is not checked")
  }
}
