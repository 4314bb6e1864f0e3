import Foundation
import Testing

/// Parsers of others, which `Scripts/python.sh` installs, and what they see in a file.
enum Readers {
  private static let repository = #filePath.components(separatedBy: "/Tests/")[0]
  private static let python = repository + "/.build/venv/bin/python"

  static var arePresent: Bool { FileManager.default.isExecutableFile(atPath: python) }
  static let absent: Comment = "SKIPPED: no html5lib; run Scripts/python.sh"

  struct Picture: Decodable {
    struct Box: Decodable {
      var name: String
      var look: String
      var texts: [String]

      /// `3` of `#3 User`; nil for a box that is no message.
      var message: Int64? {
        guard name.hasPrefix("#") else { return nil }
        return Int64(name.dropFirst().prefix { $0.isNumber })
      }
      var isSent: Bool { !name.hasSuffix(", not sent") }
    }

    var title: String
    var description: String
    var width: Double
    var boxes: [Box]
    var words: [String]
    /// What is not inside its box.
    var outside: [String]
    var elements: [String]
    var addresses: [String]

    func box(_ id: Int64) throws -> Box {
      try #require(boxes.first { $0.message == id })
    }
  }

  struct Page: Decodable {
    struct Message: Decodable {
      var id: String
      var look: String
      var texts: [String]
    }

    var title: String
    var policy: String
    var style: String
    var messages: [Message]
    var marks: [String]
    /// The names of parts that open.
    var parts: [String]
    var depth: Int
    var elements: [String]
    var addresses: [String]

    func message(_ id: Int64) throws -> Message {
      try #require(messages.first { $0.id == "m\(id)" })
    }
  }

  static func picture(_ file: [UInt8]) throws -> Picture { try answer("svg", file) }
  static func page(_ file: [UInt8]) throws -> Page { try answer("html", file) }

  /// What `Tests/Peers/pictures.py` says about a file.
  private static func answer<Answer: Decodable>(_ mode: String, _ file: [UInt8]) throws -> Answer {
    let text = try #require(String(validating: file, as: UTF8.self))
    let input = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try JSONEncoder().encode([text]).write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-B", repository + "/Tests/Peers/pictures.py", mode]
    let answers = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = answers
    try process.run()
    let bytes = answers.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "the file cannot be read")
    let all = try JSONDecoder().decode([Answer].self, from: bytes)
    return try #require(all.first)
  }
}
