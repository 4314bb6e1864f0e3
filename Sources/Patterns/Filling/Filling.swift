/// Fills a variant of a pattern with values.
///
/// A value is data: it comes into the conversation as it is and is never looked at again.
package struct Filling: Sendable {
  package let pattern: Pattern
  package let variant: Variant
  /// The names of the variables that the variant uses.
  package let used: Set<String>

  package init(_ pattern: Pattern, _ variant: Variant) {
    self.pattern = pattern
    self.variant = variant
    used = variant.turns.reduce(into: []) { $0.formUnion($1.variables) }
  }

  /// The variables of the variant, in the pattern's order.
  package var variables: [Variable] { pattern.variables.filter { used.contains($0.name) } }

  /// The conversation, or everything that is wrong.
  /// - Parameter sources: Later over earlier; the variables' defaults are before all of them.
  package func conversation(
    _ sources: [GivenValues]
  ) throws(FillingError) -> FilledConversation {
    let resolved = ResolvedValues(pattern, sources, used: used)
    let rounds = variant.turns.map { Rounds($0, pattern, resolved.values) }
    let problems =
      resolved.problems + rounds.compactMap(\.problem)
      + missing(resolved.values, rounds).map { .missing($0) }
    guard problems.isEmpty else { throw FillingError(problems: problems) }
    var draft = ConversationDraft(pattern)
    for (turn, rounds) in zip(variant.turns, rounds) {
      if rounds.count == 0 { draft.leaveOut(turn) }
      for round in 0..<rounds.count { draft.add(turn, resolved.values, round: round) }
    }
    return draft.conversation
  }

  /// The variables that have to be given and are not, in the pattern's order.
  package func missing(_ sources: [GivenValues]) -> [Variable] {
    let resolved = ResolvedValues(pattern, sources, used: used)
    let rounds = variant.turns.map { Rounds($0, pattern, resolved.values) }
    let names = missing(resolved.values, rounds)
    return pattern.variables.filter { names.contains($0.name) }
  }

  private func missing(_ values: [String: [String]], _ rounds: [Rounds]) -> [String] {
    var needed: Set<String> = []
    for (turn, rounds) in zip(variant.turns, rounds) where rounds.count > 0 {
      needed.formUnion(turn.variables.subtracting(rounds.lists))
    }
    return pattern.variables.filter {
      $0.isRequired && needed.contains($0.name) && values[$0.name] == nil
    }.map(\.name)
  }
}

/// How often a turn is said, and what speaks against it.
struct Rounds {
  /// The variables that have another value in each round.
  private(set) var lists: Set<String> = []
  private(set) var count = 1
  private(set) var problem: FillingProblem?

  /// A turn that repeats is said once for each element of its lists. Where it has none, it is said
  /// once, unless all that it would say is missing.
  init(_ turn: Turn, _ pattern: Pattern, _ values: [String: [String]]) {
    guard turn.repeats else { return }
    let variables = pattern.variables.filter { turn.variables.contains($0.name) }
    let own = variables.filter(\.takesList)
    guard !own.isEmpty else {
      let isSilent = variables.allSatisfy { values[$0.name] == nil }
      if !variables.isEmpty, isSilent { count = 0 }
      return
    }
    lists = Set(own.map(\.name))
    let counts = own.map {
      FillingProblem.Count(name: $0.name, count: values[$0.name]?.count ?? 0)
    }
    // An optional list that nobody gave is empty in every round.
    let given = counts.filter { part in
      part.count > 0 || own.contains { $0.name == part.name && $0.isRequired }
    }
    count = counts.map(\.count).max() ?? 0
    if count > 0, given.contains(where: { $0.count != count }) {
      problem = .unequal(turn: turn.id, counts)
    }
  }
}

extension Turn {
  /// The names of the variables in it.
  package var variables: Set<String> {
    var names: Set<String> = []
    for message in messages {
      for case .variable(let name) in message.content { names.insert(name) }
    }
    return names
  }
}
