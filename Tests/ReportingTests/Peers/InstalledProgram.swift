import Foundation
import Testing

/// A program of the machine that reads or writes diffs.
enum InstalledProgram: String, CaseIterable {
  case diff, patch, git

  var path: String { "/usr/bin/" + rawValue }
  var isPresent: Bool { FileManager.default.isExecutableFile(atPath: path) }
  var absent: Comment { "SKIPPED: no \(rawValue); run Scripts/install.sh tests" }

  /// Runs it in a folder; its output, and how it ended.
  func run(_ arguments: [String], in folder: URL) throws -> (output: Data, status: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // So that git looks for no repository above the folder.
    process.environment = [
      "PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": folder.path,
      "GIT_CEILING_DIRECTORIES": folder.deletingLastPathComponent().path,
    ]
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (output, process.terminationStatus)
  }
}
