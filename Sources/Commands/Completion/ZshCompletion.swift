/// The script for zsh: one function a command, each a call of `_arguments`.
struct ZshCompletion {
  let program: Program

  private var function: String { program.functionName }

  var script: String {
    """
    #compdef \(program.name)

    \(program.completedPlaces.map(definition).joined(separator: "\n"))
    if [[ $funcstack[1] == \(function) ]]; then
      \(function) "$@"
    else
      compdef \(function) \(program.name)
    fi

    """
  }

  private func definition(_ place: Program.Place) -> String {
    let name = functionName(place.path)
    let flags = place.command.allFlags.flatMap(specs)
    if !place.command.isGroup {
      let specs = flags + place.command.arguments.enumerated().map(spec)
      return """
        \(name)() {
          _arguments -s -S : \(joined(specs))
        }

        """
    }
    let children = place.command.allSubcommands
    let choices = children.map { quoted("\($0.name):\($0.summary)") }
    let calls = children.map { "\(quoted($0.name))) \(functionName(place.path + [$0.name])) ;;" }
    let specs = flags + [quoted("1:command:->command"), quoted("*::argument:->argument")]
    return """
      \(name)() {
        local curcontext=$curcontext state line
        typeset -A opt_args
        _arguments -C -s -S : \(joined(specs))
        case $state in
          command)
            local -a commands=(
              \(choices.joined(separator: "\n        "))
            )
            _describe -t commands command commands ;;
          argument)
            case $line[1] in
              \(calls.joined(separator: "\n        "))
            esac ;;
        esac
      }

      """
  }

  private func functionName(_ path: [String]) -> String {
    ([function] + path).joined(separator: "_")
  }

  private func joined(_ specs: [String]) -> String {
    specs.map { "\\\n    " + $0 }.joined(separator: " ")
  }

  /// A spec a spelling, each excluding the others unless the flag may be repeated.
  private func specs(_ flag: FlagSpec) -> [String] {
    let exclusion = flag.isRepeated ? "*" : "(\(flag.spellings.joined(separator: " ")))"
    let value = flag.value.map { ":\(escaped($0.name, ":\\")):\(action($0.kind))" } ?? ""
    return flag.spellings.map { spelling in
      let suffix = flag.value == nil ? "" : spelling.hasPrefix("--") ? "=" : "+"
      return quoted("\(exclusion)\(spelling)\(suffix)[\(escaped(flag.help, "[]\\"))]\(value)")
    }
  }

  private func spec(_ index: Int, _ argument: ArgumentSpec) -> String {
    let number = argument.isRepeated ? "*" : String(index + 1)
    let separator = argument.arity == .optional ? "::" : ":"
    let message = escaped(argument.name, ":\\")
    return quoted("\(number)\(separator)\(message):\(action(argument.kind))")
  }

  /// A lone space completes nothing.
  private func action(_ kind: ValueKind) -> String {
    switch kind {
    case .text, .integer: " "
    case .file: "_files"
    case .folder: "_files -/"
    case .listed(let arguments, let continues):
      "{compadd \(continues ? "-S '' " : "")-- ${(f)\"$(\(call(arguments)) 2>/dev/null)\"}}"
    case .choice(let words): "(\(words.map { escaped($0, " ()\\:") }.joined(separator: " ")))"
    }
  }

  private func escaped(_ text: String, _ special: String) -> String {
    text.map { special.contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private func call(_ arguments: [String]) -> String {
    ([program.name] + arguments).map(quoted).joined(separator: " ")
  }

  private func quoted(_ word: String) -> String { ShellQuoting.posix(word) }
}
