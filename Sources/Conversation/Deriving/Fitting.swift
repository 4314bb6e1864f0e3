import Patterns
import Tokens

/// Chooses what of a path is sent. System text, goal, remembered values and the newest message are
/// always there; turns are whole or not there at all.
struct Fitting {
  let turns: PathTurns
  let current: PathTurns.Part
  let session: Session
  let settings: DerivationSettings
  /// Tokens of each turn, of the newest message and of the opening as a message.
  let costs: [Int]
  let currentCost: Int
  private let openingCost: Int

  /// What is sent of the path, besides what always is.
  struct Selection {
    var summary: CoveringSummary?
    var hasOpening: Bool
    /// Places in the path's turns, ascending.
    var turns: [Int]
    /// Whether it is all of the path, in its own words.
    var isWhole: Bool
  }

  init(
    _ turns: PathTurns, _ current: PathTurns.Part, _ session: Session,
    _ settings: DerivationSettings
  ) {
    self.turns = turns
    self.current = current
    self.session = session
    self.settings = settings
    let counter = settings.counter
    costs = turns.turns.map { Self.count($0.question, counter) + Self.count($0.answer, counter) }
    currentCost = Self.count(current, counter) + TokenCounter.beforeReply
    openingCost = turns.opening.map { Self.count($0, counter) } ?? 0
  }

  private static func count(_ part: PathTurns.Part, _ counter: TokenCounter) -> Int {
    counter.count(role: part.role.rawValue, content: part.content)
  }

  /// All turns in their own words.
  var all: Selection {
    Selection(
      summary: nil, hasOpening: turns.opening != nil, turns: Array(turns.turns.indices),
      isWhole: true)
  }

  /// Only what is never left out.
  var none: Selection {
    Selection(
      summary: nil, hasOpening: false, turns: [],
      isWhole: turns.turns.isEmpty && turns.opening == nil)
  }

  func systemText(_ selection: Selection) -> SystemText {
    SystemText(
      session, own: turns.system.map(\.content), summary: selection.summary?.message.content,
      opening: selection.hasOpening && session.provider.wantsUserFirst
        ? turns.opening?.content : nil)
  }

  func budget(of selection: Selection) -> ContextBudget {
    var budget = ContextBudget(
      window: settings.window, reserve: settings.reserve, counter: settings.counter)
    for (share, tokens) in systemText(selection).count(by: settings.counter) {
      budget[share] += tokens
    }
    let chosen = Set(selection.turns)
    for (place, cost) in costs.enumerated() {
      if chosen.contains(place) {
        budget[.history] += cost
      } else {
        budget.trimmed += cost
      }
    }
    if !selection.hasOpening {
      budget.trimmed += openingCost
    } else if !session.provider.wantsUserFirst {
      budget[.history] += openingCost
    }
    budget[.current] = currentCost
    return budget
  }

  func parts(of selection: Selection) -> [ChatRequest.Part] {
    var parts: [PathTurns.Part] = []
    let system = systemText(selection).text
    if !system.isEmpty { parts.append(PathTurns.Part(role: .system, content: system, ids: [])) }
    if selection.hasOpening, !session.provider.wantsUserFirst, let opening = turns.opening {
      parts.append(opening)
    }
    for place in selection.turns {
      parts += [turns.turns[place].question, turns.turns[place].answer]
    }
    return (parts + [current]).map { ChatRequest.Part(role: $0.role, content: $0.content) }
  }

  func notes(of selection: Selection) -> [DerivationNote] {
    var notes: [DerivationNote] = []
    if selection.hasOpening, session.provider.wantsUserFirst, let opening = turns.opening {
      notes.append(.openingMoved(opening.ids))
    }
    var absent = selection.hasOpening ? [] : turns.opening?.ids ?? []
    let chosen = Set(selection.turns)
    for (place, turn) in turns.turns.enumerated() where !chosen.contains(place) {
      absent += turn.ids
    }
    if let summary = selection.summary {
      let covered = absent.filter(summary.covered.contains)
      notes.append(.summarised(covered, by: summary.message.id))
      absent.removeAll(where: summary.covered.contains)
    }
    if !absent.isEmpty { notes.append(.trimmed(absent)) }
    return notes
  }
}
