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
  /// Where it stands in the file: `/cases/0/expect/1`.
  package var entry: JSONPointer
  /// What demands it there: `contains`; nil for what every example has to meet.
  package var key: String?

  package init(turn: Turn, demand: Demand, entry: JSONPointer, key: String?) {
    self.turn = turn
    self.demand = demand
    self.entry = entry
    self.key = key
  }

  /// In the file, as a pointer; nil for what no file demands.
  var place: String? { key.map { entry.member($0).text } }
}

/// Why an answer ended.
package enum AnswerEnd: String, Sendable, CaseIterable {
  case stop, length, refusal, other
}
