package import Patterns

/// One node of a conversation's tree. What is stored is never changed but by its own answer's end.
package struct ChatMessage: Sendable, Hashable, Identifiable {
  /// Given by the store, unique in it.
  package typealias ID = Int64

  package var id: ID
  /// The message before it; nil at the beginning.
  package var parent: ID?
  package var kind: Kind
  package var role: Message.Role
  package var content: String
  /// The turn of the pattern that it belongs to; nil for a person's own words and their answers.
  package var turn: String?
  package var channel: Channel
  /// Milliseconds since 1970.
  package var time: Int64
  package var state: State
  /// What the provider said of an answer; nil for every other message.
  package var origin: Origin?
  /// Topics in between that begin with it, the outermost first. They stay when the topic is left.
  package var asides: [String]

  package init(
    id: ID, parent: ID?, kind: Kind = .said, role: Message.Role, content: String,
    turn: String? = nil, channel: Channel = .cli, time: Int64, state: State = .whole,
    origin: Origin? = nil, asides: [String] = []
  ) {
    self.id = id
    self.parent = parent
    self.kind = kind
    self.role = role
    self.content = content
    self.turn = turn
    self.channel = channel
    self.time = time
    self.state = state
    self.origin = origin
    self.asides = asides
  }
}

extension ChatMessage {
  package enum Kind: Sendable, Hashable {
    case said
    /// What was said from the message `from` up to this one's parent, in a model's words. It is a
    /// leaf of its own: requests use it in place of what it covers, and nothing goes on from it.
    case summary(from: ID)
  }

  /// How far an answer came.
  package enum State: String, Sendable, CaseIterable {
    /// Asked for, and its end not stored: what a killed process leaves behind.
    case underWay = "under-way"
    case whole
    /// The person ended it.
    case stopped
    /// The connection or the provider ended it; `origin` says why.
    case failed
  }

  package struct Origin: Sendable, Hashable {
    package var provider: String
    package var model: String
    package var usage: TokenUsage?
    /// What a later request can go on from, where the provider keeps conversations.
    package var responseID: String?
    /// In the provider's words.
    package var finishReason: String?
    /// What went wrong, in ours.
    package var error: String?

    package init(
      provider: String, model: String, usage: TokenUsage? = nil, responseID: String? = nil,
      finishReason: String? = nil, error: String? = nil
    ) {
      self.provider = provider
      self.model = model
      self.usage = usage
      self.responseID = responseID
      self.finishReason = finishReason
      self.error = error
    }
  }
}

/// What a provider counted.
package struct TokenUsage: Sendable, Hashable {
  package var input: Int
  package var output: Int
  /// The part of `input` that the provider had kept.
  package var cached: Int?

  package init(input: Int, output: Int, cached: Int? = nil) {
    self.input = input
    self.output = output
    self.cached = cached
  }
}
