import Commands
import DevServer
import Diagnostics
import FileTree
import LanguageServer
import Site
import Terminal

/// `turnbook lsp`: helps an editor, by the Language Server Protocol on standard input and output.
struct LSPCommand {
  private var options = BuildOptions()
  private let folder: String?

  init(_ invocation: Invocation) {
    options.includesDrafts = invocation.isOn("drafts")
    options.generator = "Turnbook \(Version.text)"
    folder = invocation.value("FOLDER").map { Discovery.realPath(of: $0) ?? $0 }
  }

  private enum Happening: Sendable {
    case bytes([UInt8])
    case read(Refresh.Outcome)
    case planned(FileRenaming.Outcome)
    case end
  }

  /// Answers until the client says that it is enough. Nothing but the protocol is written to
  /// standard output.
  func run() async -> Int32 {
    var server = LanguageServer(version: Version.text, options: options, folder: folder)
    let (happenings, tell) = AsyncStream.makeStream(of: Happening.self)
    let isReading = BackgroundThread.start {
      let input = StandardInput()
      while let bytes = try? input.piece(), !bytes.isEmpty { tell.yield(.bytes(bytes)) }
      tell.yield(.end)
    }
    guard isReading else { return 2 }
    if StandardInput.isTerminal {
      StandardStream.error.write(
        "waiting for an editor that speaks the Language Server Protocol; Ctrl-D ends it\n")
    }
    for await happening in happenings {
      let answer: [UInt8]
      switch happening {
      case .bytes(let bytes): answer = server.receive(bytes)
      case .read(let outcome): answer = server.take(outcome)
      case .planned(let outcome): answer = server.take(outcome)
      // An editor that is gone says nothing any more.
      case .end: return server.exitCode ?? 1
      }
      do throws(FileError) { try StandardStream.output.send(answer) } catch { return 2 }
      if let code = server.exitCode { return code }
      while let renaming = server.renaming() {
        Task { tell.yield(.planned(await renaming.run())) }
      }
      if let refresh = server.refresh() {
        Task { tell.yield(.read(await refresh.run())) }
      }
    }
    return 0
  }
}
