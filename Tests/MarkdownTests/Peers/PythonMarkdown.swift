import Foundation
import Testing

/// Python-Markdown and pymdown-extensions, which `Scripts/python.sh` installs.
enum PythonMarkdown {
  private static let repository =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
  private static let python = repository + "/.build/venv/bin/python"
  private static let script = repository + "/Tests/Peers/peer.py"

  static var isPresent: Bool { FileManager.default.isExecutableFile(atPath: python) }
  static let absent: Comment = "SKIPPED: no Python-Markdown; run Scripts/python.sh"

  /// A page and what we made of it.
  struct Case: Encodable {
    var markdown: String
    var html: String

    init(_ markdown: String) {
      self.markdown = markdown
      html = RenderedText(markdown).html
    }
  }

  struct Comparison<Value: Decodable & Equatable>: Decodable {
    var ours: Value
    var theirs: Value
  }

  /// Asks the script; it answers every case at once, because Python starts slowly.
  static func answers<Question: Encodable, Answer: Decodable>(
    _ mode: String, _ questions: [Question], as type: Answer.Type
  ) throws -> [Answer] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appending(path: "input")
    let output = folder.appending(path: "output")
    try JSONEncoder().encode(questions).write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [script, mode]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "the peer failed")
    return try JSONDecoder().decode([Answer].self, from: Data(contentsOf: output))
  }
}
