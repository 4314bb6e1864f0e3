extension Fitting {
  /// By how many tokens a selection is too large; 0 or less where it fits, and without a window.
  private func excess(_ budget: ContextBudget) -> Int {
    settings.limit.map { budget.used - $0 } ?? 0
  }

  private func checked(_ selection: Selection) -> Selection? {
    excess(budget(of: selection)) <= 0 ? selection : nil
  }

  /// Everything or nothing.
  func strict() throws(DerivationError) -> Selection {
    let budget = budget(of: all)
    let over = excess(budget)
    if over > 0 { throw .over(by: over, budget) }
    return all
  }

  /// As many of the last turns as there is room for.
  func window() throws(DerivationError) -> Selection {
    if let all = checked(all) { return all }
    let smallest = budget(of: none)
    let over = excess(smallest)
    if over > 0 { throw .fixedTooLarge(by: over, smallest) }
    let first = firstKept(in: turns.turns.indices, room: -over)
    return Selection(
      summary: nil, hasOpening: false, turns: Array(turns.turns.indices[first...]), isWhole: false)
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
    var selection = all
    if let found {
      selection.turns.removeAll { found.covers(turns.turns[$0].ids) }
      if let opening = turns.opening, found.covers(opening.ids) { selection.hasOpening = false }
      let isOfUse =
        selection.turns.count < turns.turns.count || selection.hasOpening != all.hasOpening
      if isOfUse {
        selection.summary = found
        selection.isWhole = false
      }
    }
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
