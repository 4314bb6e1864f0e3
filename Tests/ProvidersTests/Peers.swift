import Foundation
import Testing

/// The providers' own packages, which `Scripts/python.sh` installs.
enum Peers {
  private static let repository =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  private static let python = repository + "/.build/venv/bin/python"

  static var arePresent: Bool { FileManager.default.isExecutableFile(atPath: python) }
  static let absent: Comment = "SKIPPED: no Python packages; run Scripts/python.sh"

  /// What a script of Tests/Peers answers to all questions at once.
  static func answers<Answer: Decodable>(
    _ script: String, _ questions: [[String]], as type: Answer.Type
  ) throws -> [Answer] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "providers-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = ["input", "output", "errors"].map { folder.appending(path: $0) }
    for name in names { try Data().write(to: name) }
    try JSONEncoder().encode(questions).write(to: names[0])
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [repository + "/Tests/Peers/" + script]
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "PYTHONDONTWRITEBYTECODE": "1",
    ]
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    let errors = try String(decoding: Data(contentsOf: names[2]), as: UTF8.self)
    try #require(process.terminationStatus == 0, "\(script) failed: \(errors)")
    return try JSONDecoder().decode([Answer].self, from: Data(contentsOf: names[1]))
  }
}
