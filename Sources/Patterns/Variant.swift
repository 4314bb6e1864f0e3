/// One way in which a technique is used.
package struct Variant: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case main, variation, fork
  }

  package var id: String
  package var title: String
  package var description: String?
  package var kind: Kind
  package var turns: [Turn]
  package var filled: [FilledExample]

  package init(id: String, title: String, kind: Kind, turns: [Turn] = []) {
    self.id = id
    self.title = title
    self.kind = kind
    self.turns = turns
    filled = []
  }
}

/// What a person says, and what they expect to hear, at one point of a conversation.
package struct Turn: Sendable, Hashable {
  /// `1`, `2`, … or `n`.
  package var id: String
  /// Zero or more times, each with values of its own.
  package var repeats: Bool
  package var messages: [Message]
  /// The id of the turn whose answer it goes back before; nil for one that goes on.
  package var forkOf: String?
  package var source: SourceSpan?

  package init(id: String, repeats: Bool = false, messages: [Message] = []) {
    self.id = id
    self.repeats = repeats
    self.messages = messages
  }
}

package struct Message: Sendable, Hashable {
  package enum Role: String, Sendable, CaseIterable {
    case system, user, assistant
  }

  package var role: Role
  package var content: [Piece]

  package init(role: Role, content: [Piece]) {
    self.role = role
    self.content = content
  }
}

/// A part of a message.
package enum Piece: Sendable, Hashable {
  case text(String)
  /// The value of a variable, by its name.
  case variable(String)
  /// The answer to an earlier turn, by the turn's id.
  case response(String)
}

/// The filled-in example of a variant.
package struct FilledExample: Sendable, Hashable {
  package var title: String?
  package var turns: [Turn]
  /// What each variable stands for in it, by name and in the variables' order; nil where the example
  /// does not fit its template.
  package var values: [Value]?

  package struct Value: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(title: String? = nil, turns: [Turn], values: [Value]? = nil) {
    self.title = title
    self.turns = turns
    self.values = values
  }
}

/// A conversation that shows a technique at work.
package struct WorkedExample: Sendable, Hashable {
  package var title: String
  package var context: String?
  package var turns: [Turn]
  /// Why it works.
  package var why: String?

  package init(title: String, context: String? = nil, turns: [Turn], why: String? = nil) {
    self.title = title
    self.context = context
    self.turns = turns
    self.why = why
  }
}
