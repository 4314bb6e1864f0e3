import Foundation
import Testing

/// The packages of providers and other tools, which `Scripts/python.sh` installs.
enum PeerPackages {
  static let repository = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
  static let python = repository + "/.build/venv/bin/python"

  static var arePresent: Bool { FileManager.default.isExecutableFile(atPath: python) }
  static let absent: Comment = "SKIPPED: no Python packages; run Scripts/python.sh"

  /// What a script of Tests/Peers answers; it reads all questions at once, because Python and its
  /// packages start slowly.
  static func answers<Question: Encodable, Answer: Decodable>(
    _ script: String, _ questions: [Question], as type: Answer.Type
  ) throws -> [Answer] {
    let folder = try TemporaryFolder()
    try JSONEncoder().encode(questions).write(to: folder.url.appending(path: "input"))
    let result = try folder.run(
      python, [repository + "/Tests/Peers/" + script], input: folder.url.appending(path: "input"))
    try #require(result.status == 0, "\(script) failed: \(result.errors)")
    return try JSONDecoder().decode([Answer].self, from: Data(result.output.utf8))
  }
}
