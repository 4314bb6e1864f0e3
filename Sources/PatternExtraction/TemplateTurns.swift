import Patterns

/// The turns of a template, with the variables' names in the place of the slots.
enum TemplateTurns {
  static func turns(
    _ template: Template, _ table: VariableTable, _ spans: SpanTable
  ) -> [Turn] {
    var turns: [Turn] = []
    for turn in template.turns {
      var id = turn.id
      // Two turns of one number are told; programs still need to tell them apart.
      if turns.contains(where: { $0.id == id }) {
        id = String((turns.compactMap { Int($0.id) }.max() ?? 0) + 1)
      }
      let earlier = Set(turns.map(\.id))
      var made = Turn(
        id: id, repeats: turn.repeats && id == turn.id,
        messages: turn.messages.map { message in
          Message(
            role: message.role,
            content: message.pieces.map { piece($0, in: template, table, earlier) })
        })
      made.forkOf = Fork.source(of: made, after: turns)
      made.source = spans.span(turn.range, in: template.path)
      turns.append(made)
    }
    return turns
  }

  private static func piece(
    _ piece: SlotParser.Piece, in template: Template, _ table: VariableTable, _ earlier: Set<String>
  ) -> Piece {
    switch piece {
    case .text(let text): .text(text.string)
    case .slot(let slot): .variable(table.name(of: slot, in: template.path))
    // An answer that is not there yet can only be shown as what it was meant to be.
    case .response(let id, _):
      earlier.contains(id) ? .response(id) : .text("{turn \(id) response}")
    }
  }
}
