import Diagnostics

extension Program {
  /// Reads the words after the program's name.
  ///
  /// The program alone, without any word, asks for its help. A request for help or the version is
  /// followed even when other words are wrong.
  package func parse(_ words: [String]) throws(UsageError) -> Request {
    var reader = ArgumentReader(self, words)
    return try reader.read()
  }
}

/// Walks over the words once: commands first, then flags and arguments in any order.
struct ArgumentReader {
  let program: Program
  var place: Program.Place
  var invocation: Invocation
  var problems: [UsageProblem] = []
  /// What `--help` or `--version` asked for; the first of them counts.
  var interruption: Request?

  private let words: [String]
  private var next = 0
  private var arguments: [String] = []

  init(_ program: Program, _ words: [String]) {
    self.program = program
    self.words = words
    place = Program.Place(path: [], command: program.root)
    invocation = Invocation(place)
  }

  mutating func read() throws(UsageError) -> Request {
    if words.isEmpty, program.root.isGroup { return .help([]) }
    var flagsEnded = false
    while let word = take() {
      if flagsEnded || !Self.isFlag(word) {
        if !place.command.isGroup {
          arguments.append(word)
        } else if word == CommandSpec.helpName {
          return try readHelp()
        } else if !enter(word) {
          break
        }
      } else if word == "--" {
        flagsEnded = true
      } else if word.hasPrefix("--") {
        readLongFlag(word)
      } else {
        readShortFlags(word)
      }
    }
    if let interruption { return interruption }
    assignArguments()
    if !problems.isEmpty { throw error }
    return .run(invocation)
  }

  private var error: UsageError {
    UsageError(command: program.words(for: place.path), problems: problems)
  }

  /// A lone dash is an argument: by custom it means a standard stream.
  private static func isFlag(_ word: String) -> Bool { word.hasPrefix("-") && word != "-" }

  private mutating func take() -> String? {
    guard next < words.count else { return nil }
    defer { next += 1 }
    return words[next]
  }

  /// Takes the next word as a flag's value, unless it looks like a flag itself: then the value was
  /// forgotten.
  mutating func takeValue() -> (value: String?, rejected: String?) {
    guard next < words.count else { return (nil, nil) }
    let word = words[next]
    let second = word.dropFirst().first
    if word.hasPrefix("-"), second == "-" || second?.isLetter == true { return (nil, word) }
    next += 1
    return (word, nil)
  }

  // MARK: - Commands

  private mutating func enter(_ name: String) -> Bool {
    guard let found = program.place(at: place.path + [name]) else {
      problems.append(unknownCommand(name))
      return false
    }
    place = found
    invocation = Invocation(found)
    return true
  }

  /// Reads the words after `help`.
  private mutating func readHelp() throws(UsageError) -> Request {
    while let word = take() {
      if Self.isFlag(word) {
        if !FlagSpec.help.spellings.contains(word) {
          problems.append(.unknownFlag(word, nearest: nil))
        }
      } else if let found = program.place(at: place.path + [word]) {
        place = found
      } else if word != CommandSpec.helpName {
        problems.append(unknownCommand(word))
        break
      }
    }
    if !problems.isEmpty { throw error }
    return .help(place.path)
  }

  private func unknownCommand(_ name: String) -> UsageProblem {
    let known = place.command.allSubcommands.map(\.name)
    return .unknownCommand(name, nearest: NearMiss.best(for: name, among: known))
  }

  // MARK: - Arguments

  private mutating func assignArguments() {
    if place.command.isGroup {
      let names = place.command.subcommands.map(\.name)
      let isUnknown = problems.contains { if case .unknownCommand = $0 { true } else { false } }
      if !isUnknown { problems.append(.missingCommand(known: names)) }
      return
    }
    var rest = arguments[...]
    for argument in place.command.arguments {
      let taken = argument.isRepeated ? rest : rest.prefix(1)
      rest = rest.dropFirst(taken.count)
      for value in taken {
        check(value, argument.kind, owner: argument.name)
        invocation.add(value, to: argument.name)
      }
      if taken.count < argument.minimum { problems.append(.missingArgument(argument.name)) }
    }
    problems += rest.map { .extraArgument($0) }
  }
}

extension ArgumentSpec {
  fileprivate var minimum: Int {
    switch arity {
    case .required: 1
    case .optional: 0
    case .repeated(let minimum): minimum
    }
  }
}
