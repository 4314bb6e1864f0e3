import JSON

/// Something about a finished prompt that its author may have overlooked.
struct PromptFinding: Hashable {
  enum Kind: String, CaseIterable {
    case unfilledSlot = "unfilled_slot"
    /// A note in the place of an answer.
    case openAnswer = "open_answer"
    case turnMissing = "turn_missing"
    case turnRepeated = "turn_repeated"
    case turnOutOfOrder = "turn_out_of_order"
    /// `Turn N`, which stands for any number of turns.
    case openTurn = "open_turn"
    case tooLong = "too_long"

    static var names: [JSONValue] { allCases.map { .string($0.rawValue) } }
  }

  var kind: Kind
  var message: String
  /// From 1; the column counts characters.
  var line: Int
  var column: Int

  var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "message": .string(message), "line": .integer(Int64(line)),
      "column": .integer(Int64(column)),
    ]
  }
}
