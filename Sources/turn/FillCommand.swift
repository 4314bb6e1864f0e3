import Commands
import Exporters
import FileTree
import Patterns
import Reporting
import Terminal

/// `turn fill`: puts values into a pattern.
struct FillCommand {
  private var gathering: ValueGathering
  private let turn: String?
  private let format: OutputFormat
  /// Where the conversation is written for another program; nil for forms of our own.
  private let export: ExportFormat?
  private let settings: ExportSettings
  private let output: String?
  private let copies: Bool

  init(_ invocation: Invocation) {
    gathering = ValueGathering(invocation)
    turn = invocation.value("turn")
    format = invocation.value("format").flatMap(OutputFormat.init(rawValue:)) ?? .text
    export = invocation.value("format").flatMap(ExportFormat.init(rawValue:))
    settings = ExportSettings(invocation)
    output = invocation.value("output")
    copies = invocation.isOn("copy")
  }

  mutating func run() throws(Refusal) {
    let pattern = try PatternSearch.collection(from: gathering.from).pattern(gathering.id)
    let variant = try pattern.variant(gathering.variant)
    let filling = Filling(pattern, variant)
    let conversation = try gathering.conversation(filling)
    let bytes = try bytes(conversation, of: pattern, variant)
    let isToBeShown = !gathering.asked.values.isEmpty && (output != nil || copies)
    if isToBeShown, try !isConfirmed(bytes) { return }
    try write(bytes)
    gathering.keep(filling)
  }

  private func bytes(
    _ conversation: FilledConversation, of pattern: Pattern, _ variant: Variant
  ) throws(Refusal) -> [UInt8] {
    let place = try place(in: conversation)
    guard let export else {
      return format.bytes(conversation, of: pattern, variant, turn: place)
    }
    let wanted = place.map { FilledConversation(turns: [conversation.turns[$0]]) } ?? conversation
    let result: Export
    do throws(ExportError) {
      result = try export.export(wanted, id: pattern.id, settings: settings)
    } catch {
      throw Refusal(.content, error.message)
    }
    for note in result.notes { Notice.tell(note) }
    guard result.files.count == 1, let file = result.files.first else {
      throw Refusal(.content, "this format has no single file for the conversation")
    }
    return Array(file.text.utf8)
  }

  /// Where the turn stands that is wanted alone.
  private func place(in conversation: FilledConversation) throws(Refusal) -> Int? {
    guard let turn else { return nil }
    if let place = conversation.turns.firstIndex(where: { $0.id == turn }) { return place }
    throw Refusal(
      .usage, "there is no turn \"\(turn)\"; the conversation has " + conversation.turnCount)
  }

  private mutating func isConfirmed(_ bytes: [UInt8]) throws(Refusal) -> Bool {
    StandardStream.error.write("\n" + Output.visible(bytes) + "\n")
    guard let output else { return true }
    do throws(Questions.Ended) {
      if try gathering.confirm("Write it to \(VisibleText.of(output))?") { return true }
    } catch {}
    throw Refusal(.content, "nothing is written")
  }

  private func write(_ bytes: [UInt8]) throws(Refusal) {
    if let output, output != "-" {
      do throws(FileError) { try OutputFile.write(bytes, to: output) } catch {
        throw Refusal(error)
      }
      StandardStream.error.write("Wrote \(VisibleText.of(output))\n")
    } else if !copies || output != nil {
      try Output.show(bytes)
    }
    if copies {
      try Clipboard.put(bytes)
      StandardStream.error.write("Copied to the clipboard\n")
    }
  }
}
