import Commands
import Diagnostics
import FileTree
import Site
import Terminal

/// `turnbook new`: begins a page in the content folder of the guide here.
struct NewCommand {
  private let name: String
  private let kind: PageDraft.Kind

  init(_ invocation: Invocation, kind: PageDraft.Kind) {
    name = invocation.value("NAME") ?? ""
    self.kind = kind
  }

  func run() -> Int32 {
    guard let draft = PageDraft(named: name, kind: kind) else {
      StandardStream.error.write(
        "turnbook new: \"\(name)\" makes no file name; use letters or digits\n")
      return 64
    }
    let content: String
    do throws(BuildFailure) {
      guard let folder = try PageDraft.contentFolder(of: ".") else {
        StandardStream.error.write(
          """
          turnbook new: there is no guide in this folder: neither turnbook.yml nor content/
          Run it in the folder of a guide, or begin one with 'turnbook init DIR'.

          """)
        return 2
      }
      content = folder
    } catch {
      StandardStream.error.write(Failure.text(error.diagnostic))
      return 2
    }
    do throws(FileError) {
      try NewFiles.write(
        [NewFiles.File(path: draft.path, text: draft.text)], in: content, replacing: false)
      StandardStream.error.write("Wrote \(content)/\(draft.path)\n")
      return 0
    } catch {
      StandardStream.error.write(Failure.text(error.diagnostic()))
      return 2
    }
  }
}
