/// A shell that completes the program's words.
package enum Shell: String, Sendable, CaseIterable {
  case bash, zsh, fish
}

extension Program {
  /// A script that, read by the shell, completes commands, flags and values.
  package func completions(for shell: Shell) -> String {
    switch shell {
    case .bash: BashCompletion(program: self).script
    case .zsh: ZshCompletion(program: self).script
    case .fish: FishCompletion(program: self).script
    }
  }

  /// The program's name as part of a shell function's.
  var functionName: String {
    "_" + String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  /// Every command, those named `help` included, which have no spec of their own in the table.
  var completedPlaces: [Place] {
    places.flatMap { place in
      [place]
        + place.command.allSubcommands.filter { $0.name == CommandSpec.helpName }.map {
          Place(path: place.path + [$0.name], command: $0)
        }
    }
  }
}
