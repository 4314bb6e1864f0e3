package import JSONSchema

/// One thing that is expected of the answers of a conversation.
package struct Expectation: Sendable, Hashable {
  package enum Turn: Sendable, Hashable {
    case named(String)
    case last, all
  }

  package enum Demand: Sendable, Hashable {
    case contains(String)
    case containsNot(String)
    /// A regular expression that matches somewhere.
    case matches(String)
    /// But for white space around it.
    case equals(String)
    /// The answer is JSON, bare or in a fence, and fits.
    case fits(Schema)
    case mostWords(Int)
    case leastWords(Int)
    case mostTurns(Int)
    case ends(AnswerEnd)
  }

  package var turn: Turn
  package var demand: Demand
  /// In the file: `/cases/0/expect/1/contains`.
  package var place: JSONPointer

  package init(turn: Turn, demand: Demand, place: JSONPointer) {
    self.turn = turn
    self.demand = demand
    self.place = place
  }
}

/// Why an answer ended.
package enum AnswerEnd: String, Sendable, CaseIterable {
  case stop, length, refusal, other
}
