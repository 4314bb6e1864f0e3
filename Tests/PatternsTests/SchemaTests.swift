import ByteText
import Foundation
import JSON
import Patterns
import Testing

@Suite("The schema of pattern files, read by jsonschema")
struct SchemaTests {
  private static let repository =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  private static let python = repository + "/.build/venv/bin/python"
  private static let isPresent = FileManager.default.isExecutableFile(atPath: python)
  private static let absent: Comment = "SKIPPED: no Python packages; run Scripts/python.sh"

  private struct Question: Encodable {
    var schema: String
    var files: [String]
  }

  /// What is wrong with each file; it reads all at once, because Python starts slowly.
  private func findings(_ files: [[UInt8]]) throws -> [[String]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let question = Question(
      schema: String(decoding: PatternSchema.encoded(), as: UTF8.self),
      files: files.map { String(decoding: $0, as: UTF8.self) })
    let (input, output) = (folder.appending(path: "input"), folder.appending(path: "output"))
    try JSONEncoder().encode(question).write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: Self.python)
    process.arguments = [Self.repository + "/Tests/Peers/patterns.py"]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "the reader failed")
    return try JSONDecoder().decode([[String]].self, from: Data(contentsOf: output))
  }

  @Test("every file that we write is valid", .enabled(if: isPresent, absent))
  func valid() throws {
    var files = try SamplePattern.allCases.map { try PatternFile.encoded($0.pattern) }
    for seed in 0..<100 as Range<UInt64> {
      var random = SeededNumbers(seed: seed)
      var pattern = RandomPattern.pattern(using: &random)
      // Nothing but digits of a digest, and nothing at all, is right there.
      pattern.source.sha256 = SHA256.hexadecimal(of: Array(pattern.title.utf8))
      files.append(PatternFile.encoded(pattern))
    }
    for (index, found) in try findings(files).enumerated() {
      #expect(found == [], "\(String(decoding: files[index], as: UTF8.self))")
    }
  }

  @Test("a later minor version with more fields is valid", .enabled(if: isPresent, absent))
  func laterMinor() throws {
    var value = try JSONValue(parsing: SamplePattern.review.bytes)
    value.set("turnbook.pattern/1.12", at: ["format"])
    value.set("green", at: ["colour"])
    #expect(try findings([value.bytes]) == [[]])
  }

  @Test("a file with a mistake is not", .enabled(if: isPresent, absent))
  func broken() throws {
    let seen = BrokenPattern.all.filter(\.isSchemaMatter)
    let found = try findings(seen.map { try $0.bytes })
    for (example, findings) in zip(seen, found) {
      #expect(findings.count == 1, "\(example.message): \(findings)")
    }
  }
}
