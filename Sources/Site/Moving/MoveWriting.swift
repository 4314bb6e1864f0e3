package import Diagnostics
import FileTree

/// Makes what a plan says on the disk: all of it or nothing. Interrupted in between, the next one
/// finishes it first.
package enum MoveWriting {
  package enum Outcome: Sendable {
    case done
    /// Nothing has changed.
    case nothingDone(Diagnostic)
    /// The rest is written down in the guide's folder.
    case halfDone(Diagnostic)
  }

  /// - Parameter words: what a person asked for, on one line; `finish` gives them back.
  package static func write(_ plan: MovePlan, words: String) -> Outcome {
    let root = plan.root
    let inside = { (path: String) -> String in
      let prefix = root.hasSuffix("/") ? root : root + "/"
      return root != "." && path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }
    let texts = plan.changes.map {
      Relocation.Text(path: inside($0.path), old: $0.old, new: $0.new)
    }
    let relocation = Relocation(
      words: words, texts: texts,
      entry: plan.entry.map { (inside($0.from), inside($0.to)) })
    do throws(Relocation.Failure) {
      try relocation.run(in: root)
      return .done
    } catch {
      return outcome(error, root)
    }
  }

  /// What was interrupted: its words, and whether it is done now rather than never begun.
  package struct Finished: Sendable {
    package var words: String
    package var isDone: Bool
  }

  /// Finishes an interrupted move.
  /// - Returns: nil where there is none.
  package static func finish(
    in folder: String
  ) -> (finished: Finished?, failure: Diagnostic?) {
    do throws(Relocation.Failure) {
      let finished = try Relocation.finish(in: folder)
      return (finished.map { Finished(words: $0.words, isDone: $0.isDone) }, nil)
    } catch {
      switch outcome(error, folder) {
      case .nothingDone(let diagnostic), .halfDone(let diagnostic): return (nil, diagnostic)
      case .done: return (nil, nil)
      }
    }
  }

  /// Whether a move in a folder waits to be finished, as a finding.
  package static func pending(in folder: String) -> Diagnostic? {
    guard Relocation.isInterrupted(in: folder) else { return nil }
    return Diagnostic(
      .halfMoved, .error, "a move in this folder was interrupted",
      path: Project.joined(folder, ".turnbook-move"),
      help: "run `turnbook mv` without --dry-run; it finishes that one first")
  }

  private static func outcome(_ failure: Relocation.Failure, _ root: String) -> Outcome {
    switch failure {
    case .nothingDone(let error):
      return .nothingDone(error.diagnostic(path: Project.joined(root, error.path)))
    case .halfDone(let error):
      let path = Project.joined(root, error.path)
      if error.reason == .changed {
        let isJournal = error.operation == .read
        return .halfDone(
          Diagnostic(
            .halfMoved, .error,
            isJournal
              ? "this list of what is left of a move is damaged"
              : "the file that this text was written for has been edited since the move was "
                + "interrupted", path: path,
            help: isJournal
              ? "bring the guide into order by hand, or from your version control, and delete it"
              : "take over by hand what it says, delete it, and run `turnbook mv` again"))
      }
      let cause = error.diagnostic(path: path)
      return .halfDone(
        Diagnostic(
          .halfMoved, .error, "the move stopped half-way: \(cause.message)", path: path,
          notes: [".turnbook-move in the guide's folder says what is left to do"],
          help: (cause.help.map { $0 + "; " } ?? "")
            + "the same `turnbook mv` again finishes it"))
    }
  }
}
