import Checking
import Diagnostics
import FileTree
import Pages

/// Moving pages, files, folders and headings of a guide, with every reference to them.
///
/// To rename something: `try await Moving.plan(.path(from: "a.md", to: "b.md"), in: options)`, with the
/// guide's folder in the options and paths as in the content folder. Show `changes` and `renames`, or
/// hand the plan to `MoveWriting`, which makes all of them or none.
package enum Moving {
  /// Everything that a move changes. Reads the whole guide, drafts too; writes nothing.
  /// - Parameter leavesRedirects: whether readers of the old address are sent to the new one.
  /// - Throws: why it cannot be moved, each with a next step.
  package static func plan(
    _ request: MoveRequest, in options: BuildOptions, leavesRedirects: Bool = true
  ) async throws(MoveRefusal) -> MovePlan {
    var options = options
    options.includesDrafts = true
    let guide: GuideReading
    let lock: PublishedLock?
    do throws(BuildFailure) {
      let project = try Project(options)
      var clock = StageClock()
      guide = try await GuideReading(
        project, options, &clock, memory: PageMemory.none(project))
      lock = try project.lock()
    } catch {
      throw MoveRefusal([error.diagnostic])
    }
    switch request {
    case .path(let from, let to):
      let paths = try MoveJudgement(guide).paths(from: from, to: to)
      return try PathMove(
        moved: MovedGuide(guide, paths), lock: lock, leavesRedirects: leavesRedirects
      ).plan()
    case .heading(let page, let anchor, let name):
      return try HeadingMove(guide: guide, lock: lock, page: page, anchor: anchor, name: name)
        .plan()
    }
  }
}
