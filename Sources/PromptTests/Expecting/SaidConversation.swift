/// A conversation that was run for a test.
package struct SaidConversation: Sendable, Hashable {
  /// One turn that was answered.
  package struct Turn: Sendable, Hashable {
    /// As in the script; own words are counted on.
    package var id: String
    package var answer: String
    package var end: AnswerEnd?

    package init(id: String, answer: String, end: AnswerEnd?) {
      self.id = id
      self.answer = answer
      self.end = end
    }
  }

  package var turns: [Turn] = []

  package init() {}
}

/// One thing that came otherwise than it was expected.
package struct TestFailure: Sendable, Hashable {
  /// Whose answer it is about; nil for the whole conversation.
  package var turn: String?
  /// Where it is demanded, as a pointer into the script; nil for what every test demands.
  package var place: String?
  /// Sentences without a full stop.
  package var expected: String
  package var came: String

  package init(turn: String?, place: String?, expected: String, came: String) {
    self.turn = turn
    self.place = place
    self.expected = expected
    self.came = came
  }
}
