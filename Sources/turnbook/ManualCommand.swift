import Commands
import Diagnostics
import FileTree
import Terminal

/// `turnbook manual`: writes the manual pages.
struct ManualCommand {
  private let folder: String
  private let program: Program

  init(_ invocation: Invocation, _ program: Program) {
    folder = invocation.value("output") ?? "man/man1"
    self.program = program
  }

  func run() -> Int32 {
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
