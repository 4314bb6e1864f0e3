/// The script for fish: a function that finds the command being typed, and one line a flag, command
/// and argument.
struct FishCompletion {
  let program: Program

  private var function: String { "_" + program.functionName }

  var script: String {
    """
    # fish completion for \(program.name)

    # Prints the command typed so far and how many arguments it has had: "\(program.name) build:0".
    function \(function)_place
      set -l command \(quoted(program.name))
      set -l place 0
      set -l skip
      set -l ended
      set -l words (commandline -opc)
      for word in $words[2..-1]
        if test -n "$skip"
          set skip
          continue
        end
        if test -n "$ended"
          set place (math $place + 1)
          continue
        end
        switch "$command:$word"
    \((commandCases + valueCases).map { "      " + $0 }.joined(separator: "\n"))
          case '*:--'
            set ended 1
          case '*:-*'
          case '*'
            set place (math $place + 1)
        end
      end
      echo "$command:$place"
    end

    # Whether the command typed so far is the first argument, and the place the second, if given.
    function \(function)_at
      set -l typed (\(function)_place)
      if set -q argv[2]
        test "$typed" = "$argv[1]:$argv[2]"
      else
        string match -q -- "$argv[1]:*" "$typed"
      end
    end

    complete -c \(quoted(program.name)) -f
    \(program.completedPlaces.flatMap(completions).joined(separator: "\n"))

    """
  }

  private var commandCases: [String] {
    program.completedPlaces.flatMap { place in
      place.command.allSubcommands.map { child in
        let words = program.words(for: place.path)
        return "case \(quoted("\(words):\(child.name)"))\n        "
          + "set command \(quoted("\(words) \(child.name)"))"
      }
    }
  }

  private var valueCases: [String] {
    program.completedPlaces.flatMap { place in
      place.command.flags.filter { $0.value != nil }.map { flag in
        let words = program.words(for: place.path)
        let patterns = flag.spellings.map { quoted("\(words):\($0)") }
        return "case \(patterns.joined(separator: " "))\n        set skip 1"
      }
    }
  }

  private func completions(_ place: Program.Place) -> [String] {
    let words = program.words(for: place.path)
    let flags = place.command.allFlags.flatMap { flag in
      lines(for: flag).map { complete(words, nil, $0) }
    }
    let commands = place.command.allSubcommands.map { child in
      complete(words, 0, "-a \(quoted(child.name)) -d \(quoted(child.summary))")
    }
    let arguments = place.command.arguments.enumerated().compactMap { index, argument in
      offer(argument.kind).map {
        complete(words, argument.isRepeated ? nil : index, "\($0) -d \(quoted(argument.name))")
      }
    }
    return flags + commands + arguments
  }

  private func complete(_ words: String, _ place: Int?, _ what: String) -> String {
    let condition = "\(function)_at \"\(words)\"" + (place.map { " \($0)" } ?? "")
    return "complete -c \(quoted(program.name)) -n \(quoted(condition)) \(what)"
  }

  private func lines(for flag: FlagSpec) -> [String] {
    let short = flag.short.map { "-s \($0) " } ?? ""
    let value = flag.value.map { " " + (offer($0.kind) ?? "-x") } ?? ""
    let first = "\(short)-l \(flag.long)\(value) -d \(quoted(flag.help))"
    let negation = "-l no-\(flag.long) -d \(quoted("Turn --\(flag.long) off"))"
    return flag.kind == .negatable ? [first, negation] : [first]
  }

  private func offer(_ kind: ValueKind) -> String? {
    switch kind {
    case .text, .integer: nil
    case .file: "-r -F"
    case .folder: "-x -a '(__fish_complete_directories)'"
    case .listed(let arguments, _):
      "-x -a "
        + quoted("(\(([program.name] + arguments).map(quoted).joined(separator: " ")) 2>/dev/null)")
    // fish reads the list as words once more.
    case .choice(let words): "-x -a \(quoted(words.map(quoted).joined(separator: " ")))"
    }
  }

  private func quoted(_ word: String) -> String { ShellQuoting.fish(word) }
}
