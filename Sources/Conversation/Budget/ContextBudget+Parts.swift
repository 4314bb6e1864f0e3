extension ContextBudget {
  /// One part of a picture of the window.
  package struct Part: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case share(Share)
      case free
      /// What is left for the answer.
      case answer
    }

    package var kind: Kind
    package var tokens: Int

    package var name: String {
      switch kind {
      case .share(let share): share.words
      case .free: "free"
      case .answer: "for the answer"
      }
    }
  }

  /// The shares, what is free, and the answer; without a window the shares alone. None is below zero.
  package var parts: [Part] {
    var parts = Share.allCases.map { Part(kind: .share($0), tokens: self[$0]) }
    if let free {
      parts.append(Part(kind: .free, tokens: max(0, free)))
      parts.append(Part(kind: .answer, tokens: max(0, reserve)))
    }
    return parts
  }

  /// What a part is of all that is drawn, with one digit behind the point: `57.6`.
  package func percent(_ part: Part) -> String {
    let whole = max(1, parts.reduce(0) { $0 + $1.tokens })
    let tenths = (part.tokens * 1000 + whole / 2) / whole
    return "\(tenths / 10).\(tenths % 10)"
  }
}
