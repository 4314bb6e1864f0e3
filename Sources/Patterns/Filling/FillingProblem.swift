/// One thing that keeps a variant from being filled in.
package enum FillingProblem: Error, Hashable, Sendable {
  case missing(String)
  case unknown(String, nearest: String?)
  case wrongType(String, value: String, Variable.Kind)
  case notAmong(String, value: String, choices: [String], nearest: String?)
  /// The lists of one repeating turn, which go together, and how long they are.
  case unequal(turn: String, [Count])

  package struct Count: Hashable, Sendable {
    package var name: String
    package var count: Int
  }
}

/// Everything that keeps a variant from being filled in: first what was given wrongly, then what is
/// missing.
package struct FillingError: Error, Hashable, Sendable {
  package var problems: [FillingProblem]
}

extension FillingProblem {
  /// The problem in plain words, a sentence without a full stop. No value is in it that is secret.
  package var message: String {
    switch self {
    case .missing(let name): "\"\(name)\" has no value"
    case .unknown(let name, let nearest):
      "there is no variable \"\(name)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
    case .wrongType(let name, let value, let kind):
      "\"\(Self.shortened(value))\" is not \(kind.words), which \"\(name)\" needs"
    case .notAmong(let name, let value, let choices, let nearest):
      "\"\(Self.shortened(value))\" is not a value of \"\(name)\": "
        + (nearest.map { "did you mean \"\($0)\"?" } ?? "it is one of \(Self.list(choices))")
    case .unequal(let turn, let counts):
      "turn \(turn) takes as many values of each: "
        + Self.list(counts.map { "\"\($0.name)\" has \($0.count)" })
    }
  }

  private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  /// The first line, and not more than a terminal shows of it.
  private static func shortened(_ value: String) -> String {
    let line = value.prefix { !$0.isNewline }
    return line.count > 60 || line.count < value.count ? line.prefix(60) + "…" : value
  }
}

extension Variable.Kind {
  /// What a value must be, in words: "a whole number".
  package var words: String {
    switch self {
    case .text, .list, .secret: "text"
    case .line: "one line of text"
    case .number: "a number"
    case .integer: "a whole number"
    case .boolean: "true or false"
    case .choice: "one of the choices"
    case .date: "a date such as 2026-01-31"
    case .url: "an address such as https://example.org"
    case .file: "the text of a file"
    }
  }
}
