import Diagnostics

/// What each variable of a pattern stands for, after all sources were heard.
struct ResolvedValues {
  /// The values by name; a variable without any is not there. All but lists have one.
  private(set) var values: [String: [String]] = [:]
  private(set) var problems: [FillingProblem] = []

  /// - Parameters:
  ///   - sources: A later one counts over an earlier one.
  ///   - used: The names that the variant uses; the values of others are not looked at.
  init(_ pattern: Pattern, _ sources: [GivenValues], used: Set<String>) {
    var variables: [String: Variable] = [:]
    for variable in pattern.variables {
      for alias in variable.aliases where variables[alias] == nil { variables[alias] = variable }
    }
    for variable in pattern.variables { variables[variable.name] = variable }
    for variable in pattern.variables {
      if let standard = variable.standard { values[variable.name] = [standard] }
    }
    for source in sources { hear(source, variables, pattern) }
    for variable in pattern.variables where used.contains(variable.name) {
      for value in values[variable.name] ?? [] {
        if let problem = ValueCheck.problem(of: value, for: variable) { problems.append(problem) }
      }
    }
  }

  private mutating func hear(
    _ source: GivenValues, _ variables: [String: Variable], _ pattern: Pattern
  ) {
    var heard: Set<String> = []
    var unknown: Set<String> = []
    for given in source.values {
      guard let variable = variables[given.name] else {
        guard source.isForThisPattern, unknown.insert(given.name).inserted else { continue }
        let nearest = NearMiss.best(for: given.name, among: pattern.variables.map(\.name))
        problems.append(.unknown(given.name, nearest: nearest))
        continue
      }
      let isFirst = heard.insert(variable.name).inserted
      if variable.takesList, !isFirst {
        values[variable.name, default: []].append(given.value)
      } else {
        values[variable.name] = [given.value]
      }
    }
  }
}

extension Variable {
  /// Whether several values go together.
  package var takesList: Bool { isList || kind == .list }
}
