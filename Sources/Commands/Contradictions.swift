extension CommandSpec {
  /// What is wrong with the table itself, one sentence for each mistake in this command and those
  /// below it.
  package var contradictions: [String] {
    ownContradictions.map { "\(name): \($0)" }
      + subcommands.flatMap(\.contradictions).map { "\(name) \($0)" }
  }

  private var ownContradictions: [String] {
    var found: [String] = []
    if isGroup, !arguments.isEmpty {
      found.append("a command with subcommands takes no arguments")
    }
    for name in repetitions(in: allSubcommands.map(\.name)) {
      found.append("there are two commands called \(name)")
    }
    for spelling in repetitions(in: allFlags.flatMap(\.spellings)) {
      found.append("two flags are spelled \(spelling)")
    }
    for name in repetitions(in: arguments.map(\.name)) {
      found.append("two arguments are called \(name)")
    }
    for (argument, next) in zip(arguments, arguments.dropFirst()) {
      if argument.isRepeated { found.append("\(argument.name) repeats and is not the last") }
      if argument.arity == .optional, next.arity == .required {
        found.append("\(next.name) is required and follows the optional \(argument.name)")
      }
    }
    return found
  }

  private func repetitions(in names: [String]) -> [String] {
    var seen = Set<String>()
    return names.filter { !seen.insert($0).inserted }
  }
}
