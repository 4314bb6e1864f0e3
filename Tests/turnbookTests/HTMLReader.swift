import Foundation
import Testing

/// html5lib, which reads HTML as browsers do; `Scripts/python.sh` installs it.
enum HTMLReader {
  static let repository = #filePath.components(separatedBy: "/Tests/")[0]
  private static let python = repository + "/.build/venv/bin/python"

  static var isPresent: Bool { FileManager.default.isExecutableFile(atPath: python) }
  static let absent: Comment = "SKIPPED: no html5lib; run Scripts/python.sh"

  /// What `Tests/Peers/safety.py` says about each page.
  static func answers(_ mode: String, _ pages: [String]) throws -> [[String]] {
    let input = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try JSONEncoder().encode(pages).write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [repository + "/Tests/Peers/safety.py", mode]
    let answers = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = answers
    try process.run()
    let bytes = answers.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode([[String]].self, from: bytes)
  }
}
