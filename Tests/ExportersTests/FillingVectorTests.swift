import ByteText
import Exporters
import Foundation
import JSON
import Patterns
import Testing

/// The vectors of `Tests/Vectors/filling`, which the panel on pages of a guide must agree with too.
///
/// `TURNBOOK_RECORD=1` writes what is expected anew; read the difference before you keep it.
@Suite("Vectors of filling")
struct FillingVectorTests {
  static let folder = PeerPackages.repository + "/Tests/Vectors/filling/"
  static let names = ["data", "lists", "optional", "roles", "types"]

  @Test("patterns are filled and exported as recorded", arguments: names)
  func recorded(name: String) throws {
    let file = URL(filePath: Self.folder + name + ".json")
    let bytes = try Array(Data(contentsOf: file))
    let made = try Self.made(JSONValue(parsing: bytes))
    if ProcessInfo.processInfo.environment["TURNBOOK_RECORD"] == "1" {
      try Data(made).write(to: file)
    } else if made != bytes {
      // Line by line and by their bytes: equal strings may be spelled differently.
      let lines = [made, bytes].map { $0.split(separator: 0x0A, omittingEmptySubsequences: false) }
      let place = zip(lines[0], lines[1]).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
      let shown = lines.map { String(decoding: $0[place], as: UTF8.self) }
      Issue.record("\(name).json:\(place + 1)\n  made:     \(shown[0])\n  recorded: \(shown[1])")
    }
  }

  @Test("no vector is left out")
  func all() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(files.filter { $0.hasSuffix(".json") }.sorted() == Self.names.map { $0 + ".json" })
  }

  /// The file with everything that is expected put in as it is now.
  private static func made(_ file: JSONValue) throws -> [UInt8] {
    var object = try #require(file.object)
    var written = ByteBuffer()
    written.append(json: try #require(object["pattern"]))
    let pattern = try PatternFile.decoded(written.array).pattern
    let cases = try #require(object["cases"]?.array)
    object["cases"] = .array(try cases.map { .object(try made($0, pattern)) })
    var buffer = ByteBuffer()
    buffer.append(json: .object(object), layout: .indented)
    buffer.append("\n")
    return buffer.array
  }

  private static func made(_ vector: JSONValue, _ pattern: Pattern) throws -> JSONObject {
    var vector = try #require(vector.object)
    let name = vector["variant"]?.string
    let variant = try #require(pattern.variants.first { name == nil || $0.id == name })
    let given = try #require(vector["values"]?.array).map { pair in
      GivenValues.Value(try #require(pair[0]?.string), try #require(pair[1]?.string))
    }
    vector["problems"] = nil
    do throws(FillingError) {
      let conversation = try Filling(pattern, variant).conversation([GivenValues(given)])
      var outputs = JSONObject()
      for format in vector["outputs"]?.object?.keys.map({ $0 }) ?? [] {
        outputs[format] = output(format, conversation, pattern, variant)
      }
      vector["outputs"] = .object(outputs)
    } catch {
      vector["outputs"] = .object(JSONObject())
      vector["problems"] = .array(error.problems.map { .string($0.message) })
    }
    return vector
  }

  /// - Parameter format: as a command line has it, for a program with its provider: `curl gemini`.
  private static func output(
    _ format: String, _ conversation: FilledConversation, _ pattern: Pattern, _ variant: Variant
  ) -> JSONValue {
    switch format {
    case "text": return lines(ConversationText.text(conversation))
    case "markdown":
      let title = variant.kind == .main ? pattern.title : "\(pattern.title): \(variant.title)"
      return lines(ConversationMarkdown.text(conversation, title: title))
    case "json":
      let bytes = ConversationFile.encoded(conversation, pattern: pattern.id, variant: variant.id)
      return lines(String(decoding: bytes, as: UTF8.self))
    default:
      let words = format.split(separator: " ").map { String($0) }
      let provider = words.count > 1 ? Provider(rawValue: words[1]) : .openai
      guard let export = ExportFormat(rawValue: words[0]), let provider else { return .null }
      do throws(ExportError) {
        let result = try export.export(
          conversation, id: pattern.id, settings: ExportSettings(provider: provider))
        return lines(result.files[0].text, notes: result.notes)
      } catch {
        return ["refused": .string(error.message)]
      }
    }
  }

  private static func lines(_ text: String, notes: [String] = []) -> JSONValue {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { JSONValue.string(String(Substring($0))) }
    var output = JSONObject()
    output["lines"] = .array(lines)
    if !notes.isEmpty { output["notes"] = .array(notes.map { .string($0) }) }
    return .object(output)
  }
}
