import Commands
import Exporters
import FileTree
import Patterns
import Reporting
import Terminal

/// `turn fill`: puts values into a pattern.
struct FillCommand {
  private let id: String
  private let from: String?
  private let variant: String?
  private let turn: String?
  private let words: [String]
  private let answers: [String]
  private let files: [String]
  private let format: OutputFormat
  /// Where the conversation is written for another program; nil for forms of our own.
  private let export: ExportFormat?
  private let settings: ExportSettings
  private let output: String?
  private let copies: Bool
  private let asks: Bool
  private let remembers: Bool

  init(_ invocation: Invocation) {
    id = invocation.value("ID") ?? ""
    from = invocation.value("from")
    variant = invocation.value("variant")
    turn = invocation.value("turn")
    words = invocation.values("var")
    answers = invocation.values("answer")
    files = invocation.values("values")
    format = invocation.value("format").flatMap(OutputFormat.init(rawValue:)) ?? .text
    export = invocation.value("format").flatMap(ExportFormat.init(rawValue:))
    settings = ExportSettings(invocation)
    output = invocation.value("output")
    copies = invocation.isOn("copy")
    asks = invocation.toggle("ask") ?? Questions.canBeAsked
    remembers = invocation.toggle("remember") ?? true
  }

  func run() throws(Refusal) {
    let pattern = try PatternSearch.collection(from: from).pattern(id)
    let variant = try pattern.variant(variant)
    let filling = Filling(pattern, variant)
    var given: [GivenValues] = []
    for file in files { given.append(try GivenWords.values(inFile: file)) }
    let (values, known) = try GivenWords.values(words, answers: answers)
    given.append(values)
    let kept = remembers ? RememberedValues.read() : []
    let remembered = GivenValues(kept, isForThisPattern: false)

    var questions = Questions()
    var asked = GivenValues()
    if asks {
      for variable in filling.questions([remembered] + given) {
        do throws(Questions.Ended) {
          asked.values += try questions.ask(for: variable)
        } catch {
          throw Refusal(.content, "nothing is written: \"\(variable.name)\" was not answered")
        }
      }
    }
    var conversation = try conversation(filling, [remembered] + given + [asked])
    try answer(&conversation, known)
    let bytes = try bytes(conversation, of: pattern, variant)
    let isToBeShown = asks && !asked.values.isEmpty && (output != nil || copies)
    if isToBeShown, try !isConfirmed(bytes, &questions) { return }
    try write(bytes)
    if remembers { RememberedValues.keep(given + [asked], for: filling.variables) }
  }

  private func conversation(
    _ filling: Filling, _ sources: [GivenValues]
  ) throws(Refusal) -> FilledConversation {
    do throws(FillingError) {
      return try filling.conversation(sources)
    } catch {
      throw Refusal(
        .content, FillingWords(filling, error, id: id, variant: variant, from: from).text)
    }
  }

  private func answer(
    _ conversation: inout FilledConversation, _ known: [(turn: String, text: String)]
  ) throws(Refusal) {
    let answered = conversation.answered(known)
    guard let unknown = answered.unknown.first else {
      conversation = answered.conversation
      return
    }
    throw Refusal(
      .usage,
      "--answer \(unknown): there is no turn \"\(unknown)\"; the conversation has "
        + conversation.turnCount)
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

  private func isConfirmed(
    _ bytes: [UInt8], _ questions: inout Questions
  ) throws(Refusal) -> Bool {
    StandardStream.error.write("\n" + Output.visible(bytes) + "\n")
    guard let output else { return true }
    do throws(Questions.Ended) {
      if try questions.confirm("Write it to \(VisibleText.of(output))?") { return true }
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

extension FilledConversation {
  fileprivate var turnCount: String { turns.count == 1 ? "one" : "\(turns.count)" }
}

extension Filling {
  /// What a person is asked for: what is missing, and what has a default and no other value.
  fileprivate func questions(_ sources: [GivenValues]) -> [Variable] {
    let missing = Set(missing(sources).map(\.name))
    let given = Set(sources.flatMap(\.values).map(\.name))
    return variables.filter { variable in
      if missing.contains(variable.name) { return true }
      let names = [variable.name] + variable.aliases
      return !names.contains(where: given.contains)
    }
  }
}
