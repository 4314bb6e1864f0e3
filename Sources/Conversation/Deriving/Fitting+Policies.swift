extension Fitting {
  /// By how many tokens a selection is too large; 0 or less where it fits, and without a window.
  private func excess(_ budget: ContextBudget) -> Int {
    settings.limit.map { budget.used - $0 } ?? 0
  }

  private func checked(_ selection: Selection) -> Selection? {
    excess(budget(of: selection)) <= 0 ? selection : nil
  }

  /// All turns, but those that a summary stands for.
  func all(with found: CoveringSummary?) -> Selection {
    var selection = all
    guard let found else { return selection }
    selection.turns.removeAll { found.covers(turns.turns[$0].ids) }
    if let opening = turns.opening, found.covers(opening.ids) { selection.hasOpening = false }
    if selection.turns.count < turns.turns.count || selection.hasOpening != all.hasOpening {
      selection.summary = found
      selection.isWhole = false
    }
    return selection
  }

  /// Everything or nothing.
  func strict(_ found: CoveringSummary?) throws(DerivationError) -> Selection {
    let selection = all(with: found)
    let budget = budget(of: selection)
    let over = excess(budget)
    if over > 0 { throw .over(by: over, budget) }
    return selection
  }

  /// As many of the last turns as there is room for, behind the summary where there is one.
  func window(_ found: CoveringSummary?) throws(DerivationError) -> Selection {
    let whole = all(with: found)
    if let whole = checked(whole) { return whole }
    var least = none
    least.summary = whole.summary
    // A summary that leaves no room for the newest message goes as well.
    if checked(least) == nil { least.summary = nil }
    let smallest = budget(of: least)
    let over = excess(smallest)
    if over > 0 { throw .fixedTooLarge(by: over, smallest) }
    let places = least.summary == nil ? turns.turns.indices : whole.places(turns.turns.count)
    least.turns = Array(firstKept(in: places, room: -over)..<turns.turns.count)
    least.isWhole = false
    return least
  }

  /// The first of the last turns that have room together.
  func firstKept(in places: Range<Int>, room: Int) -> Int {
    var room = room
    var first = places.upperBound
    while first > places.lowerBound, costs[first - 1] <= room {
      first -= 1
      room -= costs[first]
    }
    return first
  }

  enum SummaryOutcome {
    case selected(Selection)
    case wish(SummaryWish)
  }

  /// All turns, but what the summary covers; when that is too much, the wish for another summary.
  func summary(_ found: CoveringSummary?) throws(DerivationError) -> SummaryOutcome {
    let selection = all(with: found)
    if let selection = checked(selection) { return .selected(selection) }

    var fixed = none
    // A summary of all but the newest message cannot be replaced by a larger one.
    if selection.turns.isEmpty, !selection.hasOpening { fixed.summary = selection.summary }
    let smallest = budget(of: fixed)
    let over = excess(smallest)
    if over > 0 || fixed.summary != nil { throw .fixedTooLarge(by: over, smallest) }
    return .wish(try SummaryWish(for: self, instead: selection, room: -over))
  }
}

extension Fitting.Selection {
  /// The places from its first turn to the last; a summary stands for what is before.
  fileprivate func places(_ count: Int) -> Range<Int> { (turns.first ?? count)..<count }
}
