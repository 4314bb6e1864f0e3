import Checking
import Diagnostics
import FileTree
import Pages
import PatternExtraction
import Patterns

/// Makes the plan for a page, a file or a folder.
struct PathMove {
  let moved: MovedGuide
  let lock: PublishedLock?
  let leavesRedirects: Bool

  private var project: Project { moved.guide.project }

  func plan() throws(MoveRefusal) -> MovePlan {
    var edits = ReferenceEdits()
    var former = FormerAddresses.Outcome()
    if leavesRedirects { former = FormerAddresses(moved: moved, lock: lock).add(to: &edits) }
    let links = LinkMoves(moved)
    links.add(to: &edits)
    let snippets = SnippetMoves(moved: moved)
    snippets.add(to: &edits)
    ConfigurationMoves(moved: moved, goneKeys: former.goneKeys).add(to: &edits)
    let changes = edits.changes(moved.newPrinted)
    guard edits.refusals.isEmpty else { throw MoveRefusal(edits.refusals.sorted()) }

    var plan = MovePlan(
      inverse: .path(from: moved.paths.to, to: moved.paths.from), root: project.folder)
    plan.entry = MovePlan.Rename(
      from: project.printed(moved.paths.from), to: project.printed(moved.paths.to))
    plan.renames = moved.guide.sources.found.map(\.path).filter(moved.paths.moves).map {
      MovePlan.Rename(from: project.printed($0), to: project.printed(moved.paths.new($0)))
    }
    if plan.renames.isEmpty { plan.renames = plan.entry.map { [$0] } ?? [] }
    plan.changes = changes
    plan.referenceCount = edits.count
    plan.addedRedirects = former.added
    plan.removedRedirects = former.removed
    plan.notes = notes(changes)
    try MoveVerification(moved: moved, links: links, snippets: snippets, changes: changes).run()
    try MoveJudgement(moved.guide).checkLinks(of: plan)
    return plan
  }

  /// What changes for those who know the guide's patterns by their names.
  private func notes(_ changes: [MovePlan.Change]) -> [String] {
    var notes: [String] = []
    for page in moved.before.pages where moved.paths.moves(page.path) {
      guard let old = moved.guide.extractions[page.path]?.pattern?.id, page.frontMatter.id == nil
      else { continue }
      let new = moved.plainID(of: page)
      let keepsID = lock?.techniques.contains { $0.id == old } ?? false
      if new != old, !keepsID {
        notes.append(
          "its pattern is now called \"\(new)\"; `id: \(old)` in the page keeps the name")
      } else if new != old {
        notes.append("`id: \(old)` in the page keeps the name that its pattern was published with")
      }
    }
    return notes
  }
}
