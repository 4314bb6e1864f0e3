/// The script for bash. It needs nothing but bash 3.2, so it works on macOS and without
/// bash-completion.
///
/// The state of the walk is the command's words and how many arguments it has had: `turnbook
/// build:0`.
struct BashCompletion {
  let program: Program

  private var function: String { program.functionName }
  private var places: [Program.Place] { program.completedPlaces }

  var script: String {
    """
    # bash completion for \(program.name)

    # Offers the words that begin with the first argument.
    \(function)_words() {
      local word
      for word in "${@:2}"; do
        if [[ $word == "$1"* ]]; then COMPREPLY+=("$word"); fi
      done
    }

    # Offers the paths that begin with the first argument: files (-f) or folders (-d).
    \(function)_paths() {
      local path
      compopt -o filenames 2>/dev/null
      while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$2" -- "$1")
    }

    \(function)() {
      local current=${COMP_WORDS[COMP_CWORD]} command=\(quoted(program.name))
      local place=0 flag= ended= index word
      COMPREPLY=()
      for ((index = 1; index < COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        if [[ $flag ]]; then
          # bash cuts --flag=value into three words.
          if [[ $word != = ]]; then flag=; fi
          continue
        fi
        if [[ $ended ]]; then
          place=$((place + 1))
          continue
        fi
        case $command:$word in
    \(lines(commandCases + valueCases, indent: 6))
          *:--) ended=1 ;;
          *:-*) ;;
          *) place=$((place + 1)) ;;
        esac
      done
      if [[ $current == = ]]; then current=; fi
      if [[ $flag ]]; then
        case $command:$flag in
    \(lines(flagValueCases, indent: 6))
        esac
      elif [[ $current == -* && ! $ended ]]; then
        case $command in
    \(lines(flagCases, indent: 6))
        esac
      else
        case $command:$place in
    \(lines(argumentCases, indent: 6))
        esac
      fi
    }

    complete -F \(function) \(quoted(program.name))

    """
  }

  private var commandCases: [String] {
    places.flatMap { place in
      place.command.allSubcommands.map { child in
        let words = program.words(for: place.path)
        return "\(quoted("\(words):\(child.name)"))) command=\(quoted("\(words) \(child.name)")) ;;"
      }
    }
  }

  private var valueCases: [String] {
    flagsWithValues.map { words, flag, _ in
      let patterns = flag.spellings.map { quoted("\(words):\($0)") }
      return "\(patterns.joined(separator: " | "))) flag=--\(flag.long) ;;"
    }
  }

  private var flagValueCases: [String] {
    flagsWithValues.map { words, flag, kind in
      "\(quoted("\(words):--\(flag.long)"))) \(offer(kind)) ;;"
    }
  }

  private var flagsWithValues: [(words: String, flag: FlagSpec, kind: ValueKind)] {
    places.flatMap { place in
      place.command.flags.compactMap { flag in
        flag.value.map { (program.words(for: place.path), flag, $0.kind) }
      }
    }
  }

  private var flagCases: [String] {
    places.map { place in
      let spellings = place.command.allFlags.flatMap(\.spellings)
      return "\(quoted(program.words(for: place.path)))) \(offer(words: spellings)) ;;"
    }
  }

  private var argumentCases: [String] {
    places.flatMap { place -> [String] in
      let words = program.words(for: place.path)
      if place.command.isGroup {
        let names = place.command.allSubcommands.map(\.name)
        return ["\(quoted("\(words):0"))) \(offer(words: names)) ;;"]
      }
      return place.command.arguments.enumerated().map { index, argument in
        let pattern = argument.isRepeated ? "\(quoted("\(words):"))*" : quoted("\(words):\(index)")
        return "\(pattern)) \(offer(argument.kind)) ;;"
      }
    }
  }

  private func offer(_ kind: ValueKind) -> String {
    switch kind {
    case .text, .integer: ":"
    case .file: "\(function)_paths \"$current\" -f"
    case .folder: "\(function)_paths \"$current\" -d"
    case .choice(let words): offer(words: words)
    case .listed(let arguments, let continues):
      "\(function)_words \"$current\" $(\(call(arguments)) 2>/dev/null)"
        + (continues ? "; compopt -o nospace 2>/dev/null" : "")
    }
  }

  private func offer(words: [String]) -> String {
    "\(function)_words \"$current\" " + words.map(quoted).joined(separator: " ")
  }

  private func call(_ arguments: [String]) -> String {
    ([program.name] + arguments).map(quoted).joined(separator: " ")
  }

  private func quoted(_ word: String) -> String { ShellQuoting.posix(word) }

  private func lines(_ lines: [String], indent: Int) -> String {
    lines.map { String(repeating: " ", count: indent) + $0 }.joined(separator: "\n")
  }
}
