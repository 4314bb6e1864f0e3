/// What a schema cannot say of a pattern: names are there once, and whatever is referred to is there.
struct PatternReferences {
  private let pattern: Pattern
  private let names: Set<String>

  init(_ pattern: Pattern) {
    self.pattern = pattern
    names = Set(pattern.variables.map(\.name))
  }

  func check() throws(PatternFileError) {
    try unique(pattern.variables.map(\.name), "variables", "name")
    try unique(pattern.variants.map(\.id), "variants", "id")
    if pattern.variants.isEmpty { throw PatternFileError(.expected("a variant"), at: "variants") }
    for (index, variant) in pattern.variants.enumerated() {
      try check(variant.turns, "variants[\(index)]", variables: true)
      for (number, example) in variant.filled.enumerated() {
        try check(example.turns, "variants[\(index)].filled[\(number)]", variables: false)
      }
    }
    for (index, example) in pattern.examples.enumerated() {
      try check(example.turns, "examples[\(index)]", variables: false)
    }
  }

  /// - Parameter variables: Whether slots may stand in the turns.
  private func check(
    _ turns: [Turn], _ path: String, variables: Bool
  ) throws(PatternFileError) {
    try unique(turns.map(\.id), "\(path).turns", "id")
    var earlier: Set<String> = []
    for (index, turn) in turns.enumerated() {
      let place = "\(path).turns[\(index)]"
      if let fork = turn.forkOf, !earlier.contains(fork) {
        throw PatternFileError(.noEarlierTurn(fork), at: "\(place).fork_of")
      }
      for (number, message) in turn.messages.enumerated() {
        for (part, piece) in message.content.enumerated() {
          let place = "\(place).messages[\(number)].content[\(part)]"
          switch piece {
          case .text: break
          case .variable(let name):
            guard variables, names.contains(name) else {
              throw PatternFileError(.undeclaredVariable(name), at: "\(place).variable")
            }
          case .response(let id):
            guard earlier.contains(id) else {
              throw PatternFileError(.noEarlierTurn(id), at: "\(place).response")
            }
          }
        }
      }
      earlier.insert(turn.id)
    }
  }

  private func unique(
    _ names: [String], _ path: String, _ key: String
  ) throws(PatternFileError) {
    var seen: Set<String> = []
    for (index, name) in names.enumerated() where !seen.insert(name).inserted {
      throw PatternFileError(.repeated(name), at: "\(path)[\(index)].\(key)")
    }
  }
}
