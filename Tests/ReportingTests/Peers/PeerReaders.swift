import Foundation
import Testing

/// The readers of other programs, which `Scripts/python.sh` installs.
enum PeerReaders {
  private static let repository =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
  private static let python = repository + "/.build/venv/bin/python"
  private static let script = repository + "/Tests/Peers/reports.py"

  static var arePresent: Bool { FileManager.default.isExecutableFile(atPath: python) }
  static let absent: Comment = "SKIPPED: no Python packages; run Scripts/python.sh"

  /// What the script answers to each report; it reads all at once, because Python starts slowly.
  static func answers<Answer: Decodable>(
    _ mode: String, _ reports: [String], as type: Answer.Type
  ) throws -> [Answer] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appending(path: "input")
    let output = folder.appending(path: "output")
    try JSONEncoder().encode(reports).write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [script, mode]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "the reader failed")
    return try JSONDecoder().decode([Answer].self, from: Data(contentsOf: output))
  }
}
