import Foundation
import JSON
import Testing

/// What services for continuous integration do, done here: bash with the program in its path, and
/// the readers of `Tests/Peers/integration.py`.
struct Workshop {
  private static let environment = Repository.folder.appending(path: ".build/venv/bin")
  private static let python = environment.appending(path: "python").path
  private static let script = Repository.folder.appending(path: "Tests/Peers/integration.py").path

  static let preCommit = environment.appending(path: "pre-commit").path
  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: preCommit) }
  static let absent: Comment = "SKIPPED: no Python packages; run Scripts/python.sh"

  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs a script in a folder, as GitHub and GitLab do: the first failure ends it.
  static func bash(
    _ script: String, in folder: URL, environment: [String: String] = [:]
  ) throws -> Outcome {
    let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let files = try ["output", "errors"].map { name in
      let file = place.appending(path: name)
      try Data().write(to: file)
      return file
    }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    process.currentDirectoryURL = folder
    let path = Run.program.deletingLastPathComponent().path + ":/usr/bin:/bin"
    process.environment = ["PATH": path, "HOME": place.path].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  /// Asks `integration.py`; its answer is JSON.
  static func answer(
    _ arguments: String..., in folder: URL, path: String? = nil
  ) throws -> JSONValue {
    let words = ([python, script] + arguments).map { "'\($0)'" }.joined(separator: " ")
    let outcome = try bash(words, in: folder, environment: path.map { ["PATH": $0] } ?? [:])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try JSONValue(parsing: Array(outcome.output.utf8))
  }

  /// A file of the repository.
  static func file(_ path: String) -> String { Repository.folder.appending(path: path).path }
}

/// The guides that the tests of this folder check.
enum SmallGuide {
  static let good = ["turnbook.yml": "name: The guide\n", "content/index.md": "# Home\n\nText.\n"]
  /// Has one error, TB-L001, and no other finding.
  static let bad = good.merging(["content/index.md": "# Home\n\n[gone](gone.md)\n"]) { $1 }
}
