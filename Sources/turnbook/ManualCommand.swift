import Commands
import Diagnostics
import FileTree
import Site
import Terminal

/// `turnbook manual`: writes the manual pages, or a part of the reference as Markdown.
struct ManualCommand {
  private let folder: String
  private let isMarkdown: Bool
  private let isConfiguration: Bool
  private let program: Program

  init(_ invocation: Invocation, _ program: Program) {
    folder = invocation.value("output") ?? "man/man1"
    isMarkdown = invocation.isOn("markdown")
    isConfiguration = invocation.isOn("configuration")
    self.program = program
  }

  func run() -> Int32 {
    if isConfiguration {
      StandardStream.output.write(ConfigurationPage.text)
      return 0
    }
    if isMarkdown {
      StandardStream.output.write(program.markdownReference)
      return 0
    }
    do throws(FileError) {
      try NewFiles.write(
        program.manualPages.map { NewFiles.File(path: $0.fileName, text: $0.text) }, in: folder,
        replacing: true)
      StandardStream.error.write("Wrote \(program.manualPages.count) pages into \(folder)\n")
      return 0
    } catch {
      StandardStream.error.write(Failure.text(error.diagnostic()))
      return 2
    }
  }
}
