import ByteText
import Foundation
import JSON
import Patterns
import Testing

/// The seed's sentences are not this project's, so the golden file has the checksum of each long
/// text in its place. `TURNBOOK_RECORD=1` writes it anew.
@Suite("The pattern file of the seed page")
struct SeedFingerprintTests {
  private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden/multi-turn-conversation.json")

  @Test("is the same to the byte as when it was last read", .enabled(if: SeedTests.isThere))
  func golden() throws {
    let bytes = PatternFile.encoded(try SeedTests.pattern())
    let value = Self.fingerprint(of: try JSONValue(parsing: bytes))
    var buffer = ByteBuffer()
    buffer.append(json: value, layout: .indented)
    buffer.append("\n")
    if ProcessInfo.processInfo.environment["TURNBOOK_RECORD"] == "1" {
      try Data(buffer.array).write(to: Self.golden)
    }
    #expect(try Data(buffer.array) == Data(contentsOf: Self.golden))
  }

  private static func fingerprint(of value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text) where text.utf8.count > 32 && text.contains(" "):
      let sum = SHA256.hexadecimal(of: Array(text.utf8)).prefix(16)
      return .string("\(text.utf8.count) bytes \(sum)")
    case .array(let elements): return .array(elements.map(fingerprint))
    case .object(let object):
      var summary = JSONObject()
      for member in object.members { summary[member.key] = fingerprint(of: member.value) }
      return .object(summary)
    default: return value
    }
  }
}
