import Commands
import FileTree
import Terminal

/// `turn manual`: writes the manual pages.
struct ManualCommand {
  private let folder: String
  private let isMarkdown: Bool
  private let program: Program

  init(_ invocation: Invocation, _ program: Program) {
    folder = invocation.value("output") ?? "man/man1"
    isMarkdown = invocation.isOn("markdown")
    self.program = program
  }

  func run() throws(Refusal) {
    if isMarkdown { return try Output.send(program.markdownReference) }
    let pages = program.manualPages.map { NewFiles.File(path: $0.fileName, text: $0.text) }
    do throws(FileError) {
      try NewFiles.write(pages, in: folder, replacing: true)
    } catch {
      throw Refusal(error)
    }
    StandardStream.error.write("Wrote \(pages.count) pages into \(folder)\n")
  }
}
