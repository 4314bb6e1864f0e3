import Diagnostics
import Pages

/// What is wrong with a page's templates as a whole.
struct PatternChecks {
  private(set) var diagnostics: [Diagnostic] = []

  init(_ page: Page, _ templates: [Template], _ table: VariableTable, windows: [String: Int]) {
    for template in templates {
      checkOrder(template)
      checkReferences(template)
      checkSize(template, page, windows)
    }
    for (index, declaration) in table.unused.enumerated() {
      reportUnused(declaration, page, table, isGuessed: index < Self.maximumGuesses)
    }
  }

  /// For so many names what could have been meant is looked for among all the others.
  private static let maximumGuesses = 50

  private mutating func checkOrder(_ template: Template) {
    var last = 0
    for (index, turn) in template.turns.enumerated() {
      guard let number = Int(turn.id) else {
        guard index + 1 < template.turns.count else { continue }
        diagnostics.append(
          PatternFinding.finding(
            .repeatingTurnNotLast, "a turn that repeats is not the last one", template.path,
            turn.label, help: "put \"Turn N:\" behind all others, or give it a number"))
        continue
      }
      if number &- 1 != last {
        diagnostics.append(
          PatternFinding.finding(
            .turnOrder,
            last == 0
              ? "the first turn is number \(number)"
              : "turn \(number) comes after turn \(last)", template.path, turn.label,
            help: "number the turns from 1, in the order in which they are said"))
      }
      last = max(last, number)
    }
  }

  private mutating func checkReferences(_ template: Template) {
    var earlier: Set<String> = []
    var first: [String] = []
    for turn in template.turns {
      for case .response(let id, let range) in turn.messages.flatMap(\.pieces)
      where !earlier.contains(id) {
        diagnostics.append(
          PatternFinding.finding(
            .laterAnswer, "the answer to turn \(id) is not there yet in turn \(turn.id)",
            template.path, range,
            help: earlier.isEmpty
              ? "refer to an answer from the second turn on"
              : "refer to an earlier turn: \(first.joined(separator: ", "))"
                + (earlier.count > first.count ? ", …" : "")))
      }
      if earlier.insert(turn.id).inserted, first.count < 8 { first.append(turn.id) }
    }
  }

  /// A token is counted as four bytes, which is about right for English.
  private static let bytesOfToken = 4

  private mutating func checkSize(
    _ template: Template, _ page: Page, _ windows: [String: Int]
  ) {
    let least = page.platforms.compactMap { id in windows[id].map { (id: id, window: $0) } }
      .min { $0.window < $1.window }
    let tokens = template.size / Self.bytesOfToken
    guard let least, tokens > least.window else { return }
    diagnostics.append(
      PatternFinding.finding(
        .templateTooLarge,
        "this template has about \(tokens) tokens, and \(least.id) reads \(least.window) at once",
        template.path, template.range, subject: least.id,
        help: "shorten it, or take \(least.id) out of the page's platforms"))
  }

  private mutating func reportUnused(
    _ declaration: FrontMatter.Variable, _ page: Page, _ table: VariableTable, isGuessed: Bool
  ) {
    let name = declaration.name.value
    let help: String
    if let slot = declaration.slot {
      help = "no slot has the text \"\(slot.value)\"; write it as it stands between its braces"
    } else if isGuessed, let near = NearMiss.best(for: name, among: table.names) {
      help = "did you mean \"\(near)\"?"
    } else {
      help =
        "the pattern's variables are \(PatternFinding.list(table.names)); take it out, or add "
        + "`slot: \"text of the slot\"`"
    }
    diagnostics.append(
      PatternFinding.finding(
        .unusedVariable, "no slot of the pattern is the variable \"\(name)\"", page.printedPath,
        declaration.slot?.range ?? declaration.name.range, subject: name, help: help))
  }
}
