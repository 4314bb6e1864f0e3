import Patterns

/// A path as a provider may hear it: one role after the other, empty ones left out.
struct PathTurns {
  /// What one side says at a time: one message or several in a row.
  struct Part: Hashable {
    var role: Message.Role
    var content: String
    var ids: [ChatMessage.ID]
  }

  /// A message of the user and its answer: they are kept or left out together.
  struct Turn: Hashable {
    var question: Part
    var answer: Part

    var ids: [ChatMessage.ID] { question.ids + answer.ids }
  }

  /// System messages of the path itself.
  private(set) var system: [Part] = []
  /// What the assistant said before the user did.
  private(set) var opening: Part?
  private(set) var turns: [Turn] = []
  /// What waits for an answer.
  private(set) var current: Part?
  private(set) var notes: [DerivationNote] = []

  /// - Parameter anchor: What is said with every message of the user whose number, from 1, divides
  ///   by `every`; as a paragraph of its own.
  init(_ path: [ChatMessage], anchor: String? = nil, every: Int? = nil) {
    var parts: [Part] = []
    var hasBegun = false
    for message in path where message.kind == .said {
      guard !message.content.allSatisfy(\.isWhitespace) else {
        let isFailed = message.role == .assistant && message.state != .whole
        notes.append(isFailed ? .failed(message.id) : .empty(message.id))
        continue
      }
      if message.role == .assistant, message.state != .whole { notes.append(.partial(message.id)) }
      if message.role == .system {
        if hasBegun { notes.append(.systemMoved(message.id)) }
        system.append(Part(role: .system, content: message.content, ids: [message.id]))
        continue
      }
      hasBegun = true
      if let last = parts.last, last.role == message.role {
        parts[parts.count - 1].content += "\n\n" + message.content
        parts[parts.count - 1].ids.append(message.id)
      } else {
        parts.append(Part(role: message.role, content: message.content, ids: [message.id]))
      }
    }
    notes += parts.filter { $0.ids.count > 1 }.map { .merged($0.ids) }
    if let anchor, let every, every > 0 { say(anchor, every: every, in: &parts) }
    arrange(parts)
  }

  private mutating func say(_ anchor: String, every: Int, in parts: inout [Part]) {
    var asked = 0
    var ids: [ChatMessage.ID] = []
    for index in parts.indices where parts[index].role == .user {
      asked += 1
      guard asked % every == 0 else { continue }
      parts[index].content += "\n\n" + anchor
      ids += parts[index].ids.suffix(1)
    }
    if !ids.isEmpty { notes.append(.anchored(ids)) }
  }

  private mutating func arrange(_ parts: [Part]) {
    var question: Part?
    for part in parts {
      switch (part.role, question) {
      case (.user, _): question = part
      case (_, let asked?):
        turns.append(Turn(question: asked, answer: part))
        question = nil
      case (_, nil): opening = part
      }
    }
    current = question
  }
}
