/// What is told while a conversation waits for an answer.
package enum ChatEvent: Sendable, Hashable {
  /// What the request has otherwise than the conversation, and what the provider cannot be told: a
  /// sentence each.
  case notes([String])
  /// The answer's next words.
  case text(String)
  /// It is asked again after a pause; a sentence.
  case waiting(String)
  /// A summary of so many messages is made first.
  case summarising(Int)
  /// The provider found the request too long, or has forgotten what it was to go on from: another
  /// one is sent; a sentence.
  case adjusted(String)
}
