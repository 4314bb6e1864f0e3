import Tokens

/// The one system text of a request, put together from what a conversation must not forget.
struct SystemText {
  struct Section {
    var share: ContextBudget.Share
    var text: String
  }

  private(set) var sections: [Section] = []

  /// - Parameter own: System messages of the path.
  init(_ session: Session, own: [String], summary: String? = nil, opening: String? = nil) {
    add(.system, ([session.system] + own).compactMap { $0 }.filter { !$0.isEmpty })
    if let goal = session.goal { add(.goal, [goal.systemText]) }
    if !session.values.isEmpty {
      let lines = session.values.map { "- \($0.name): \(indented($0.value))" }
      add(.remembered, (["What is known already; do not ask for it again:"] + lines), by: "\n")
    }
    if let summary {
      add(.summary, ["What was said before, in short:\n\(summary)"])
    }
    if let opening {
      add(.history, ["You began the conversation with these words:\n\(opening)"])
    }
  }

  private mutating func add(
    _ share: ContextBudget.Share, _ texts: [String], by separator: String = "\n\n"
  ) {
    guard !texts.isEmpty else { return }
    sections.append(Section(share: share, text: texts.joined(separator: separator)))
  }

  private func indented(_ value: String) -> String {
    value.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
  }

  /// All of it; empty where there is nothing to say.
  var text: String { sections.map(\.text).joined(separator: "\n\n") }

  /// What each section adds to the tokens of the request; together they are exactly those of the
  /// system message.
  func count(by counter: TokenCounter) -> [(ContextBudget.Share, Int)] {
    var counted = 0
    var text = ""
    return sections.map { section in
      text += (text.isEmpty ? "" : "\n\n") + section.text
      let all = counter.count(role: "system", content: text)
      defer { counted = all }
      return (section.share, all - counted)
    }
  }
}

extension Goal {
  /// With its steps, and which of them are done.
  var systemText: String {
    let lines = steps.map { "- [\($0.isDone ? "x" : " ")] \($0.text)" }
    return
      (["The goal of this conversation: \(statement)"]
      + (lines.isEmpty ? [] : ["Its steps, those that are done marked with an x:"] + lines))
      .joined(separator: "\n")
  }

  /// What is said again every few turns. It does not depend on what is done by now, so that what
  /// was sent once is sent the same way again.
  var anchor: String { "Keep to the goal of this conversation: \(statement)" }
}
