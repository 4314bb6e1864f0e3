package import Exporters

/// One conversation: what it is about, with whom, and where it stands. Its messages are apart.
package struct Session: Sendable, Hashable, Identifiable {
  /// Short, unique in its store, and what a person types.
  package var id: String
  package var title: String
  /// The pattern that it runs, and which variant; nil for a conversation of the person's own.
  package var pattern: PatternReference?
  /// What is to be said in each turn, as `ConversationFile` writes it: a conversation goes on as it
  /// began, whatever becomes of the pattern. Nil for one of the person's own.
  package var script: String?
  /// What was told once and counts for the whole conversation. No secret is among them.
  package var values: [RememberedValue]
  package var system: String?
  package var goal: Goal?
  /// How many turns of the user it may have; nil for no limit.
  package var turnLimit: Int?
  /// The goal is said again every so many turns of the user; nil for never.
  package var anchorEvery: Int?
  package var provider: Provider
  package var model: String?
  /// Where a provider is asked that is not at its usual address.
  package var baseURL: String?
  package var fit: FitPolicy
  /// Tokens that the model can see; nil where nobody says.
  package var window: Int?
  /// The channel that was used last.
  package var channel: Channel
  /// The person or company that it is with; a contact's conversations belong together.
  package var contact: String?
  /// The last message of the path under way; nil before the first and after a reset.
  package var leaf: ChatMessage.ID?
  /// Topics that were begun aside and not left, the innermost last. Those that were left are named by
  /// the messages that begin them.
  package var asides: [Aside]
  /// Milliseconds since 1970.
  package var created: Int64
  package var changed: Int64

  package init(
    id: String, title: String, provider: Provider, created: Int64
  ) {
    self.id = id
    self.title = title
    self.provider = provider
    self.created = created
    changed = created
    values = []
    fit = .window
    channel = .cli
    asides = []
  }
}

extension Session {
  package struct PatternReference: Sendable, Hashable {
    package var id: String
    package var variant: String
    /// Of the pattern file as it was when the conversation began.
    package var sha256: String

    package init(id: String, variant: String, sha256: String) {
      self.id = id
      self.variant = variant
      self.sha256 = sha256
    }
  }

  /// A topic that was begun in between.
  package struct Aside: Sendable, Hashable {
    package var topic: String
    /// Where the conversation goes on afterwards.
    package var back: ChatMessage.ID?

    package init(topic: String, back: ChatMessage.ID?) {
      self.topic = topic
      self.back = back
    }
  }
}

/// What a conversation is for. It is said at the start, again every few turns, and never cut off.
package struct Goal: Sendable, Hashable {
  package struct Step: Sendable, Hashable {
    package var text: String
    package var isDone: Bool

    package init(text: String, isDone: Bool = false) {
      self.text = text
      self.isDone = isDone
    }
  }

  package var statement: String
  /// What must be so before it is reached.
  package var steps: [Step]

  package init(statement: String, steps: [Step] = []) {
    self.statement = statement
    self.steps = steps
  }

  package var isReached: Bool { !steps.isEmpty && steps.allSatisfy(\.isDone) }
}

/// A value that was told once and is known from then on.
package struct RememberedValue: Sendable, Hashable {
  package var name: String
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// What becomes of a conversation that is longer than the model's window.
package enum FitPolicy: String, Sendable, CaseIterable {
  /// The last turns are kept, and the system text, the goal and the remembered values.
  case window
  /// What is older is replaced by a summary of it.
  case summary
  /// Nothing: the request is refused.
  case strict
}
