import Patterns

/// What variables and answers are called in a template of another tool.
struct TemplateNames {
  private var variables: [String: String] = [:]
  private var answers: [String: String] = [:]
  /// Variables in their order, then answers in that of their turns.
  private(set) var inputs: [Input] = []

  struct Input {
    var name: String
    /// Nil for an answer.
    var variable: Variable?
    var turn: String?
    /// Nil where a value must be given.
    var standard: String?
  }

  /// `reserved` are names that mean something else there.
  init(
    _ source: TemplateSource, messages: [TemplateMessage], reserved: Set<String> = [],
    isASCII: Bool = false, notes: inout Notes
  ) {
    var taken = reserved
    for variable in source.used {
      let name = Self.free(Self.identifier(variable.name, isASCII: isASCII), in: &taken)
      if name != variable.name { notes.add("\(variable.name) is called \(name) there") }
      variables[variable.name] = name
      let standard = variable.standard ?? (variable.isRequired ? nil : "")
      inputs.append(Input(name: name, variable: variable, standard: standard))
    }
    for case .response(let turn) in messages.flatMap(\.content) where answers[turn] == nil {
      let isAlwaysSaid = messages.contains {
        $0.conditions.isEmpty && $0.content.contains(.response(turn))
      }
      let name = Self.free("answer_" + Self.letters(turn, isASCII: isASCII), in: &taken)
      notes.add("the answer to turn \(turn) is the variable \(name)")
      answers[turn] = name
      inputs.append(Input(name: name, turn: turn, standard: isAlwaysSaid ? nil : ""))
    }
  }

  func name(of variable: String) -> String { variables[variable] ?? variable }
  func name(ofAnswerTo turn: String) -> String { answers[turn] ?? "answer" }

  private static func free(_ name: String, in taken: inout Set<String>) -> String {
    var free = name
    while !taken.insert(free).inserted { free += "_" }
    return free
  }

  /// A name that begins with a letter or `_`, as programming languages want it.
  static func identifier(_ name: String, isASCII: Bool) -> String {
    let letters = letters(name, isASCII: isASCII)
    let isDigit = letters.unicodeScalars.first.map { $0.properties.numericType != nil } ?? true
    return isDigit ? "_" + letters : letters
  }

  private static func letters(_ name: String, isASCII: Bool) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { scalar in
          let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
          return isLetter && (scalar.isASCII || !isASCII) ? scalar : "_"
        }))
  }
}
