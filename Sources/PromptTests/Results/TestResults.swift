import Reporting

/// What became of the tests of one run.
package struct TestResults: Sendable, Hashable {
  package enum State: Sendable, Hashable {
    case passed
    case failed([TestFailure])
    /// It could not be run; why and what to do, sentences without a full stop.
    case unrun(words: String, help: String)
  }

  package struct Case: Sendable, Hashable {
    /// The pattern's id, or the path of the script.
    package var target: String
    package var pattern: String
    package var variant: String
    package var name: String
    /// How many turns were answered.
    package var turns: Int
    package var state: State

    package init(
      target: String, pattern: String, variant: String, name: String, turns: Int, state: State
    ) {
      self.target = target
      self.pattern = pattern
      self.variant = variant
      self.name = name
      self.turns = turns
      self.state = state
    }
  }

  package var cases: [Case] = []

  package init() {}

  package var passed: Int { cases.count { $0.state == .passed } }
  package var failed: Int { cases.count { if case .failed = $0.state { true } else { false } } }
  package var unrun: Int { cases.count { if case .unrun = $0.state { true } else { false } } }

  /// "2 passed, 1 failed, 1 could not be run".
  package var summary: String {
    var parts: [String] = []
    if passed > 0 { parts.append("\(passed) passed") }
    if failed > 0 { parts.append("\(failed) failed") }
    if unrun > 0 { parts.append("\(unrun) could not be run") }
    return parts.isEmpty ? "nothing was run" : parts.joined(separator: ", ")
  }
}

extension TestFailure {
  /// "turn 2 (/cases/0/expect/1/contains): "please" is expected in the answer".
  var demand: String {
    let about = turn.map { "turn \($0)" } ?? "the conversation"
    return "\(about)\(place.map { " (\($0))" } ?? ""): \(expected)"
  }
}

extension TestResults.Case {
  /// For a person: one line, and for what went wrong some more, each with its end.
  package var text: String {
    let name = VisibleText.of("\(target): \(name)")
    switch state {
    case .passed: return "ok      \(name) (\(turns == 1 ? "1 turn" : "\(turns) turns"))\n"
    case .failed(let failures):
      return "failed  \(name)\n"
        + failures.map { failure in
          "          \(VisibleText.of(failure.demand))\n"
            + "            came: \(VisibleText.of(failure.came))\n"
        }.joined()
    case .unrun(let words, let help):
      return "not run \(name)\n"
        + "          \(VisibleText.of(words))\n          \(VisibleText.of(help))\n"
    }
  }
}
