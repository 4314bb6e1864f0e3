import Commands
import Conversation
import ConversationStore
import FileTree
import Terminal

/// `turn sessions export`: writes a conversation for others.
struct SessionExportCommand {
  private let name: String
  private let format: TranscriptFormat
  private let output: String?
  private let place: ConversationPlace

  init(_ invocation: Invocation) throws(Refusal) {
    name = invocation.value("NAME") ?? "last"
    output = invocation.value("output")
    format =
      invocation.value("format").flatMap(TranscriptFormat.init(rawValue:))
      ?? Self.format(of: output ?? "")
    place = try ConversationPlace(invocation)
  }

  private static func format(of file: String) -> TranscriptFormat {
    let endings: [(String, TranscriptFormat)] = [
      (".md", .markdown), (".markdown", .markdown), (".html", .html), (".json", .json),
    ]
    return endings.first { file.lowercased().hasSuffix($0.0) }?.1 ?? .text
  }

  func run() throws(Refusal) {
    let found = try place.look().conversation(named: name)
    SessionWords.tell(interrupted: found.interrupted)
    let bytes = format.bytes(found.stored.session, found.stored.tree)
    guard let output else { return try Output.show(bytes) }
    do throws(FileError) { try OutputFile.write(bytes, to: output) } catch { throw Refusal(error) }
    StandardStream.error.write("Wrote \(Output.visible(Array(output.utf8)))\n")
  }
}
