/// A command line that the program cannot follow, with everything that is wrong about it.
package struct UsageError: Error, Hashable, Sendable {
  /// The words that lead to the command as far as it was understood: `turnbook build`.
  package let command: String
  package let problems: [UsageProblem]

  /// The exit code for wrong usage, `EX_USAGE` of BSD's sysexits.
  package static let exitCode: Int32 = 64

  /// For standard error: a line for each problem, then where help is found. Ends with a line break.
  package var text: String {
    problems.map { "\(command): \($0.message)\n" }.joined() + "Try '\(command) --help'.\n"
  }
}

/// One thing wrong with a command line.
package enum UsageProblem: Hashable, Sendable {
  case unknownCommand(String, nearest: String?)
  case missingCommand(known: [String])
  case unknownFlag(String, nearest: String?)
  /// The flag belongs to a subcommand and stands before it.
  case misplacedFlag(String, command: String)
  /// `rejected` is the next word when it looks like a flag and was not taken for the value.
  case missingValue(flag: String, name: String, rejected: String?)
  case unexpectedValue(flag: String)
  /// `owner` is the flag as it was spelled, or the name of the argument.
  case notAllowed(String, owner: String, allowed: [String], nearest: String?)
  case notAnInteger(String, owner: String)
  case outOfRange(String, owner: String, ClosedRange<Int>)
  case missingArgument(String)
  case extraArgument(String)
}

extension UsageProblem {
  /// The problem in plain words, with the next step where there is one; no full stop.
  package var message: String {
    switch self {
    case .unknownCommand(let name, let nearest):
      "unknown command \"\(name)\"" + suggestion(nearest)
    case .missingCommand(let known):
      "a command is missing: \(Self.alternatives(known))"
    case .unknownFlag(let flag, let nearest):
      "unknown flag \"\(flag)\"" + suggestion(nearest)
    case .misplacedFlag(let flag, let command):
      "the flag \"\(flag)\" belongs behind its command: \(command) \(flag)"
    case .missingValue(let flag, let name, nil):
      "the flag \"\(flag)\" needs a value: \(flag) \(name)"
    case .missingValue(let flag, let name, let rejected?):
      "the flag \"\(flag)\" needs a value: \(flag) \(name); "
        + "if \"\(rejected)\" is the value, write \(flag)=\(rejected)"
    case .unexpectedValue(let flag):
      "the flag \"\(flag)\" takes no value"
    case .notAllowed(let value, let owner, let allowed, let nearest):
      "\"\(value)\" is not a value of \(owner): "
        + (nearest.map { "did you mean \"\($0)\"?" } ?? "it is \(Self.alternatives(allowed))")
    case .notAnInteger(let value, let owner):
      "\"\(value)\" is not a whole number, which \(owner) needs"
    case .outOfRange(let value, let owner, let range):
      "\(value) is out of range for \(owner): it is \(Self.bounds(range))"
    case .missingArgument(let name):
      "the argument \(name) is missing"
    case .extraArgument(let value):
      "there is one argument too many: \"\(value)\""
    }
  }

  private func suggestion(_ nearest: String?) -> String {
    nearest.map { "; did you mean \"\($0)\"?" } ?? ""
  }

  private static func alternatives(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  private static func bounds(_ range: ClosedRange<Int>) -> String {
    switch (range.lowerBound, range.upperBound) {
    case (let low, .max): "at least \(low)"
    case (.min, let high): "at most \(high)"
    case (let low, let high): "from \(low) to \(high)"
    }
  }
}
