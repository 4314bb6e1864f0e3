import Commands
import Diagnostics
import FileTree
import Site
import Terminal

/// `turnbook init`: begins a small guide that builds as it is.
struct InitCommand {
  private let folder: String

  init(_ invocation: Invocation) { folder = invocation.value("DIR") ?? "." }

  func run() -> Int32 {
    do throws(FileError) {
      try NewFiles.write(
        GuideDraft.files.map { NewFiles.File(path: $0.path, text: $0.text) }, in: folder,
        replacing: false)
      StandardStream.error.write(
        """
        Began a guide in \(folder)

          turnbook build \(folder)

        writes it into \(folder)/site; open index.html there.

        """)
      return 0
    } catch {
      StandardStream.error.write(Failure.text(error.diagnostic()))
      return 2
    }
  }
}
