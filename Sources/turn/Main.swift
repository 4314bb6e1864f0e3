import Commands
import FileTree
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program: words in, exit code out.
@main
struct Main {
  static func main() {
    // A closed pipe ends the output, not the work.
    signal(SIGPIPE, SIG_IGN)
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  private static func run(_ words: [String]) -> Int32 {
    let program = CommandTable.program(version: Version.text)
    let request: Request
    do throws(UsageError) {
      request = try program.parse(words)
    } catch {
      StandardStream.error.write(words: error.text)
      return UsageError.exitCode
    }
    do throws(Refusal) {
      switch request {
      case .help(let path): try Output.send(program.help(for: path))
      case .version: try Output.send(program.versionLine + BuildCommit.suffix + "\n")
      case .run(let invocation): try run(invocation, of: program)
      }
      return 0
    } catch {
      return error.tell()
    }
  }

  private static func run(_ invocation: Invocation, of program: Program) throws(Refusal) {
    if let group = invocation.command.first, SessionCommands.groups.contains(group) {
      return try SessionCommands.run(invocation)
    }
    switch invocation.command {
    case ["list"]: try ListCommand(invocation).run()
    case ["show"]: try ShowCommand(invocation).run()
    case ["vars"]: try VarsCommand(invocation).run()
    case ["fill"]:
      var command = FillCommand(invocation)
      try command.run()
    case ["chat"]:
      var command = try ConversationCommand(invocation)
      try command.run()
    case ["test"]: try TestCommand(invocation).run()
    case ["mcp"]: try MCPCommand(invocation).run()
    case ["export"]: try ExportCommand(invocation).run()
    case ["install"]: try InstallCommand(invocation).run()
    case ["uninstall"]: try InstalledPatterns.uninstall(invocation.value("NAME") ?? "")
    case ["update"]: try UpdateCommand(invocation).run()
    case ["completions"]:
      guard let shell = invocation.value("SHELL").flatMap(Shell.init(rawValue:)) else { return }
      try Output.send(program.completions(for: shell))
    case ["manual"]: try ManualCommand(invocation, program).run()
    default: break
    }
  }
}
