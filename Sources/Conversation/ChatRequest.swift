package import Patterns

/// What a provider is asked, whoever it is: derived from the tree for each request and never stored.
package struct ChatRequest: Sendable, Hashable {
  package struct Part: Sendable, Hashable {
    package var role: Message.Role
    package var content: String

    package init(role: Message.Role, content: String) {
      self.role = role
      self.content = content
    }
  }

  /// Nil for the provider's standard one.
  package var model: String?
  /// System text first, then the user and the assistant in turns, the user last.
  package var parts: [Part]
  /// The most tokens that the answer may have.
  package var maximumTokens: Int?
  /// What it goes on from, where the provider keeps conversations: `parts` are then the system text
  /// and what is new.
  package var previousResponse: String?
  /// Whether the provider is asked to keep the conversation.
  package var isKept: Bool

  package init(
    model: String? = nil, parts: [Part], maximumTokens: Int? = nil,
    previousResponse: String? = nil, isKept: Bool = false
  ) {
    self.model = model
    self.parts = parts
    self.maximumTokens = maximumTokens
    self.previousResponse = previousResponse
    self.isKept = isKept
  }
}
