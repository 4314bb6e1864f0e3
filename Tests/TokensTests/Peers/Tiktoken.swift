import Foundation
import Testing
import Tokens

/// The reference, and the vocabularies that `Scripts/python.sh` takes out of a wheel.
enum Tiktoken {
  static let repository = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
  private static let environment = repository + "/.build/venv"

  static let isPresent =
    FileManager.default.isExecutableFile(atPath: environment + "/bin/python")
    && names.allSatisfy { FileManager.default.fileExists(atPath: path($0)) }
  static let absent: Comment = "SKIPPED: no vocabularies; run Scripts/python.sh"
  static let names = ["cl100k_base", "o200k_base"]

  static func path(_ name: String) -> String { "\(environment)/vocabularies/\(name).tiktoken" }

  static func vocabulary(_ name: String) throws -> Vocabulary {
    let bytes = try Array(Data(contentsOf: URL(filePath: path(name))))
    return try Vocabulary(reading: bytes, fileName: name + ".tiktoken")
  }

  private struct Question: Encodable {
    var vocabulary: String
    var name: String
    var texts: [String]
  }

  /// The tokens of each text; one question for all, because Python starts slowly.
  static func tokens(_ name: String, _ texts: [String]) throws -> [[UInt32]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "input"), folder.appending(path: "output"))
    let question = Question(vocabulary: path(name), name: name, texts: texts)
    try JSONEncoder().encode(question).write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: environment + "/bin/python")
    process.arguments = ["-B", repository + "/Tests/Peers/tokens.py"]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "tokens.py failed")
    return try JSONDecoder().decode([[UInt32]].self, from: Data(contentsOf: output))
  }
}
