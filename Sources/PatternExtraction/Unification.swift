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
  private let variables: VariableTable

  init(_ template: Template, _ variables: VariableTable) {
    self.template = template
    self.variables = variables
  }

  func outcome(_ example: [TurnParser.Turn]) -> Outcome {
    var values: [String: [String]] = [:]
    let wanted = template.turns.filter { !$0.repeats }
    let repeated = template.turns.first { $0.repeats }
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
      // A turn that repeats has values of its own each time.
      var bound = own.repeats ? [:] : values
      for (message, text) in zip(own.messages, turn.messages) {
        let match = MessageMatch(pieces(of: message), text.text, bound: bound.mapValues { $0[0] })
        guard let found = match.values else {
          return .parts(match.parting(in: text.text, of: turn))
        }
        for (name, value) in found { bound[name] = [value] }
      }
      if own.repeats {
        for (name, value) in bound { values[name, default: []] += value }
      } else {
        values = bound
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

  private func pieces(of message: Template.Message) -> [MessageMatch.Piece] {
    message.pieces.map { piece in
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
}
