import Patterns

/// The turns of a template, with the variables' names in the place of the slots.
enum TemplateTurns {
  static func turns(
    _ template: Template, _ table: VariableTable, _ spans: SpanTable
  ) -> [Turn] {
    var turns: [Turn] = []
    var earlier: Set<String> = []
    var highest = 0
    var user: String?
    for turn in template.turns {
      var id = turn.id
      // Two turns of one number are told; programs still need to tell them apart.
      if earlier.contains(id) { id = String(highest + 1) }
      var made = Turn(
        id: id, repeats: turn.repeats && id == turn.id,
        messages: turn.messages.map { message in
          Message(
            role: message.role,
            content: message.pieces.map { piece($0, in: template, table, earlier) })
        })
      made.forkOf = Fork.source(of: made, after: user)
      made.source = spans.span(turn.range, in: template.path)
      turns.append(made)
      if made.messages.contains(where: { $0.role == .user }) { user = id }
      earlier.insert(id)
      if let number = Int(id), number < Int.max { highest = max(highest, number) }
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
