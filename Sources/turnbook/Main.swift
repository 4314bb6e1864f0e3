import ByteText
import Commands
import Diagnostics
import FileTree
import Reporting
import Site
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program: words in, exit code out. Everything else is in the libraries.
@main
struct Main {
  static func main() async {
    // A closed pipe ends the output, not the work.
    signal(SIGPIPE, SIG_IGN)
    let code = await run(Array(CommandLine.arguments.dropFirst()))
    exit(code)
  }

  private static func run(_ words: [String]) async -> Int32 {
    let program = CommandTable.program(version: Version.text)
    do throws(UsageError) {
      switch try program.parse(words) {
      case .help(let path):
        StandardStream.output.write(program.help(for: path))
        return 0
      case .version:
        StandardStream.output.write(program.versionLine + BuildCommit.suffix + "\n")
        return 0
      case .run(let invocation):
        return await run(invocation, of: program)
      }
    } catch {
      StandardStream.error.write(words: error.text)
      return UsageError.exitCode
    }
  }

  private static func run(_ invocation: Invocation, of program: Program) async -> Int32 {
    switch invocation.command {
    case ["build"]: return await BuildCommand(invocation).run()
    case ["lsp"]: return await LSPCommand(invocation).run()
    case ["check"]: return await CheckCommand(invocation).run()
    case ["serve"]: return await ServeCommand(invocation).run()
    case ["mv"]: return await MoveCommand(invocation).run()
    case ["patterns"]: return PatternsCommand(invocation).run()
    case ["new", "technique"]: return NewCommand(invocation, kind: .technique).run()
    case ["new", "page"]: return NewCommand(invocation, kind: .page).run()
    case ["init"]: return InitCommand(invocation).run()
    case ["migrate"]: return MigrateCommand(invocation).run()
    case ["explain"]: return ExplainCommand(invocation).run()
    case ["completions"]:
      guard let shell = invocation.value("SHELL").flatMap(Shell.init(rawValue:)) else { return 64 }
      StandardStream.output.write(program.completions(for: shell))
      return 0
    case ["manual"]: return ManualCommand(invocation, program).run()
    default: return 64
    }
  }
}
