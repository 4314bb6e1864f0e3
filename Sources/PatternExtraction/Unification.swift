import Diagnostics
import Patterns

/// Holds a filled-in example against its template: what the slots stand for in it, or where the two
/// part.
struct Unification {
  /// Where an example stops following its template.
  struct Parting: Sendable, Hashable {
    var message: String
    /// In the example.
    var range: ByteRange
    /// In the template, where it is known.
    var template: ByteRange?
  }

  enum Outcome: Sendable, Hashable {
    /// By the variables' names.
    case fits([String: [String]])
    case parts(Parting)
  }

  private let template: Template
  private let wanted: [Template.Turn]
  private let repeated: Template.Turn?
  private let variables: VariableTable

  init(_ template: Template, _ variables: VariableTable) {
    self.template = template
    self.variables = variables
    wanted = template.turns.filter { !$0.repeats }
    repeated = template.turns.first { $0.repeats }
  }

  func outcome(_ example: [TurnParser.Turn]) -> Outcome {
    var values: [String: [String]] = [:]
    for (index, turn) in example.enumerated() {
      guard let own = index < wanted.count ? wanted[index] : repeated else {
        return .parts(
          Parting(
            message: "the template has no turn \(turn.id ?? String(index + 1))", range: turn.label))
      }
      guard own.messages.map(\.role) == turn.messages.map(\.role) else {
        return .parts(
          Parting(
            message: "the messages of this turn have other roles than in the template",
            range: turn.label, template: own.label))
      }
      // A turn that repeats has values of its own each time; to all others one dictionary is lent,
      // which a copy for each turn would make quadratic.
      var bound: [String: [String]] = [:]
      if !own.repeats { swap(&bound, &values) }
      for (message, text) in zip(own.messages, turn.messages) {
        switch match(message, text.text, bound) {
        case .success(let found): for (name, value) in found { bound[name] = [value] }
        case .failure(let match): return .parts(match.parting(in: text.text))
        }
      }
      if own.repeats {
        for (name, value) in bound { values[name, default: []] += value }
      } else {
        swap(&bound, &values)
      }
    }
    if example.count < wanted.count {
      let missing = wanted[example.count]
      return .parts(
        Parting(
          message: "turn \(missing.id) of the template is missing",
          range: example.last?.label ?? ByteRange(0, 0), template: missing.label))
    }
    return .fits(values)
  }

  /// What the slots of a message stand for; lines with an optional slot may be left out.
  private func match(
    _ message: Template.Message, _ text: MappedText, _ values: [String: [String]]
  ) -> Result<[String: String], MessageMatch> {
    // Those of all other messages would be looked through for each message.
    var bound: [String: String] = [:]
    for case .slot(let slot) in message.pieces {
      let name = variables.name(of: slot, in: template.path)
      if let value = values[name]?.first { bound[name] = value }
    }
    let omissions = OptionalLines.omissions(from: message.pieces) {
      variables.isOptional($0, in: template.path)
    }
    var first: MessageMatch?
    for omission in omissions {
      let left = OptionalLines.left(of: message.pieces, without: omission)
      let match = MessageMatch(left.map(piece), text, bound: bound)
      if let values = match.values { return .success(values) }
      first = first ?? match
    }
    return .failure(first ?? MessageMatch([], text, bound: bound))
  }

  private func piece(_ piece: SlotParser.Piece) -> MessageMatch.Piece {
    switch piece {
    case .text(let text): .text(text)
    case .response: .anything
    case .slot(let slot):
      .variable(
        variables.name(of: slot, in: template.path),
        isOptional: variables.isOptional(slot, in: template.path))
    }
  }
}
