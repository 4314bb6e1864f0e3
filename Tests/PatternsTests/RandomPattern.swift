import Patterns

/// Patterns with everything a file can hold, in texts that are hard to write down.
enum RandomPattern {
  private static let texts = [
    "", "plain", "two\nlines", "\"quoted\"", "back\\slash", "{slot}", "</script>", "ünï🦀", "\t",
    "\u{0}\u{1F}\u{7F}", "\r\n", "e\u{301}", "\u{2028}", "Turn 2: no",
  ]

  static func pattern(using random: inout some RandomNumberGenerator) -> Pattern {
    var pattern = Pattern(
      id: "p", title: text(&random), description: text(&random), language: "en",
      url: text(&random), markdownURL: text(&random),
      source: Pattern.Source(path: text(&random), sha256: text(&random)))
    pattern.tags = list(&random) { text(&$0) }
    pattern.whenToUse = list(&random) { text(&$0) }
    if Bool.random(using: &random) {
      pattern.goal = Pattern.Goal(
        statement: text(&random), doneWhen: list(&random) { text(&$0) })
    }
    var number = 0
    pattern.platforms = list(&random) {
      number += 1
      return Pattern.Platform(
        id: "p\(number)", name: text(&$0),
        window: Bool.random(using: &$0) ? Int.random(in: 1...1_000_000, using: &$0) : nil)
    }
    pattern.variables = list(&random) {
      number += 1
      return variable("v\(number)", &$0)
    }
    let names = pattern.variables.map(\.name)
    pattern.variants = [variant("a", names, &random), variant("b", names, &random)]
    pattern.examples = list(&random) {
      WorkedExample(
        title: text(&$0), context: maybe(&$0), turns: turns([], &$0), why: maybe(&$0))
    }
    pattern.pitfalls = list(&random) {
      Pattern.Pitfall(
        title: text(&$0), severity: text(&$0), problem: maybe(&$0), fix: maybe(&$0),
        text: maybe(&$0))
    }
    pattern.related = list(&random) {
      Pattern.Related(id: maybe(&$0), href: text(&$0), title: text(&$0), note: maybe(&$0))
    }
    pattern.reading = list(&random) { Pattern.Reading(text: text(&$0), url: text(&$0)) }
    return pattern
  }

  private static func variable(
    _ name: String, _ random: inout some RandomNumberGenerator
  ) -> Variable {
    var variable = Variable(
      name: name, label: text(&random),
      kind: Variable.Kind.allCases.randomElement(using: &random) ?? .text)
    variable.hint = maybe(&random)
    variable.description = maybe(&random)
    variable.isRequired = Bool.random(using: &random)
    variable.standard = maybe(&random)
    variable.choices = list(&random) { text(&$0) }
    variable.isList = Bool.random(using: &random)
    variable.isMultiline = Bool.random(using: &random)
    variable.remember = Variable.Memory.allCases.randomElement(using: &random) ?? .turn
    variable.aliases = list(&random) { text(&$0) }
    variable.example = maybe(&random)
    variable.source = span(&random)
    return variable
  }

  private static func variant(
    _ id: String, _ names: [String], _ random: inout some RandomNumberGenerator
  ) -> Variant {
    var variant = Variant(
      id: id, title: text(&random),
      kind: Variant.Kind.allCases.randomElement(using: &random) ?? .main,
      turns: turns(names, &random))
    variant.description = maybe(&random)
    variant.filled = list(&random) { random in
      let values = names.map { FilledExample.Value(name: $0, value: text(&random)) }
      return FilledExample(
        title: maybe(&random), turns: turns([], &random),
        values: Bool.random(using: &random) ? values : nil)
    }
    return variant
  }

  private static func turns(
    _ names: [String], _ random: inout some RandomNumberGenerator
  ) -> [Turn] {
    (0..<Int.random(in: 0...3, using: &random)).map { index in
      let isLast = index == 2 && Bool.random(using: &random)
      var turn = Turn(id: isLast ? "n" : String(index + 1), repeats: isLast)
      if index > 0, Bool.random(using: &random) { turn.forkOf = "1" }
      turn.source = span(&random)
      turn.messages = list(&random) { random in
        Message(
          role: Message.Role.allCases.randomElement(using: &random) ?? .user,
          content: list(&random) { random in
            switch Int.random(in: 0...2, using: &random) {
            case 0 where !names.isEmpty: .variable(names.randomElement(using: &random) ?? "")
            case 1 where index > 0: .response("1")
            default: .text(text(&random))
            }
          })
      }
      return turn
    }
  }

  private static func text(_ random: inout some RandomNumberGenerator) -> String {
    texts.randomElement(using: &random) ?? ""
  }

  private static func maybe(_ random: inout some RandomNumberGenerator) -> String? {
    Bool.random(using: &random) ? text(&random) : nil
  }

  private static func span(_ random: inout some RandomNumberGenerator) -> SourceSpan? {
    guard Bool.random(using: &random) else { return nil }
    return SourceSpan(
      line: Int.random(in: 1...9, using: &random), column: 1, endLine: 12, endColumn: 80)
  }

  private static func list<Element, Random: RandomNumberGenerator>(
    _ random: inout Random, _ make: (inout Random) -> Element
  ) -> [Element] {
    (0..<Int.random(in: 0...2, using: &random)).map { _ in make(&random) }
  }
}
