import Commands
import Exporters
import FileTree
import Patterns
import Terminal

/// `turn export`: writes a pattern as a template of another tool, or as a program.
struct ExportCommand {
  private let id: String
  private let from: String?
  private let variant: String?
  private let format: ExportFormat
  private let settings: ExportSettings
  private let output: String?

  init(_ invocation: Invocation) {
    id = invocation.value("ID") ?? ""
    from = invocation.value("from")
    variant = invocation.value("variant")
    format = invocation.value("to").flatMap(ExportFormat.init(rawValue:)) ?? .dotprompt
    settings = ExportSettings(invocation)
    output = invocation.value("output")
  }

  func run() throws(Refusal) {
    let pattern = try PatternSearch.collection(from: from).pattern(id)
    let variant = try pattern.variant(variant)
    let export: Export
    do throws(ExportError) {
      export = try format.export(variant, of: pattern, settings: settings)
    } catch {
      throw Refusal(.content, error.message)
    }
    try export.write(to: output)
  }
}

extension ExportSettings {
  /// What the flags of a command say.
  init(_ invocation: Invocation) {
    self.init(
      model: invocation.value("model"),
      provider: invocation.value("provider").flatMap(Provider.init(rawValue:)) ?? .openai)
  }
}

extension Export {
  /// Writes the files into a folder, or a single one to standard output; notes go to standard
  /// error.
  func write(to folder: String?) throws(Refusal) {
    for note in notes { Notice.tell(note) }
    if let folder {
      do throws(FileError) {
        try NewFiles.write(
          files.map { NewFiles.File(path: $0.name, text: $0.text) }, in: folder, replacing: true)
      } catch {
        throw Refusal(error)
      }
      for file in files { StandardStream.error.write("Wrote \(folder)/\(file.name)\n") }
      return
    }
    guard files.count == 1, let file = files.first else {
      let names = files.map(\.name).joined(separator: ", ")
      throw Refusal(
        .usage, "this export is \(files.count) files: \(names)\nName a folder for them with -o DIR")
    }
    try Output.show(Array(file.text.utf8))
  }
}
