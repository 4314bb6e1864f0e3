import Site

/// What a move does, in one sentence.
struct MoveSummary {
  let text: String

  init(_ plan: MovePlan) {
    var facts: [String] = []
    if plan.renames.count > 1 { facts.append("\(plan.renames.count) files moved") }
    facts.append("\(Self.count(plan.referenceCount, "reference")) rewritten")
    if !plan.changes.isEmpty {
      facts.append("\(Self.count(plan.changes.count, "file")) changed")
    }
    if !plan.addedRedirects.isEmpty {
      facts.append("\(Self.count(plan.addedRedirects.count, "redirect")) added")
    }
    if !plan.removedRedirects.isEmpty {
      facts.append("\(Self.count(plan.removedRedirects.count, "redirect")) taken out")
    }
    let what = plan.entry.map { "\($0.from) to \($0.to)" } ?? "the heading"
    text = what + ": " + facts.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
