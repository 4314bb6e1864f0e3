import ByteText
import Commands
import Diagnostics
import FileTree
import Reporting
import Site
import Terminal

/// `turnbook mv`: moves a page, a folder or a heading with every reference to it.
struct MoveCommand {
  private let old: String
  private let new: String
  private var options = BuildOptions()
  private let leavesRedirects: Bool
  private let isRehearsal: Bool
  private let isQuiet: Bool

  init(_ invocation: Invocation) {
    old = invocation.value("OLD") ?? ""
    new = invocation.value("NEW") ?? ""
    options.folder = invocation.value("folder") ?? "."
    leavesRedirects = !invocation.isOn("no-redirect")
    isRehearsal = invocation.isOn("dry-run")
    isQuiet = invocation.isOn("quiet")
  }

  func run() async -> Int32 {
    if let code = finishFirst() { return code }
    let plan: MovePlan
    do throws(MoveRefusal) {
      let request = try MoveWords.request(old, new, in: options)
      plan = try await Moving.plan(request, in: options, leavesRedirects: leavesRedirects)
    } catch {
      report(error.diagnostics)
      say("Nothing was changed")
      return 2
    }
    if isRehearsal {
      show(plan)
      say("Would move \(MoveSummary(plan).text)")
      return 0
    }
    switch MoveWriting.write(plan, words: words) {
    case .done: break
    case .nothingDone(let failure):
      report([failure])
      say("Nothing was changed")
      return 2
    case .halfDone(let failure):
      report([failure])
      return 2
    }
    let summary = MoveSummary(plan)
    say("Moved \(summary.text)")
    for note in plan.notes { say("Note: \(note)") }
    say("Undo with: \(undo(plan))")
    return 0
  }

  /// Finishes a move that was interrupted; the exit code where there is no more to do.
  private func finishFirst() -> Int32? {
    if isRehearsal {
      guard let pending = MoveWriting.pending(in: options.folder) else { return nil }
      report([pending])
      return 2
    }
    let (finished, failure) = MoveWriting.finish(in: options.folder)
    if let failure {
      report([failure])
      return 2
    }
    guard let finished else { return nil }
    if !finished.isDone {
      say(
        "An interrupted move (\(finished.words)) had changed nothing; what it left was cleared away"
      )
      return nil
    }
    say("Finished the interrupted move: \(finished.words)")
    return finished.words == words ? 0 : nil
  }

  /// What was asked for, on one line.
  private var words: String { Self.line([old, new]) }

  private static func line(_ words: [String]) -> String {
    "turnbook mv " + words.map(quoted).joined(separator: " ")
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || "-_./+,@%:".utf8.contains(byte)
    }
    if isPlain, !word.isEmpty { return word }
    let line = word.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "'"
      + line.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }

  private func undo(_ plan: MovePlan) -> String {
    var words: [String]
    switch plan.inverse {
    case .path(let from, let to): words = plan.entry.map { [$0.to, $0.from] } ?? [from, to]
    case .heading(let page, let anchor, let name):
      let path = plan.changes.first { $0.path.hasSuffix(page) }?.path ?? page
      words = ["\(path)#\(anchor)"]
      switch name {
      case .text(let text): words.append(text)
      case .anchor(let anchor): words.append("#" + anchor)
      }
    }
    if options.folder != "." { words += ["--folder", options.folder] }
    if !leavesRedirects { words.append("--no-redirect") }
    return Self.line(words)
  }

  /// Prints what would be changed, as `git apply` takes it.
  private func show(_ plan: MovePlan) {
    let isColoured = StandardStream.output.showsColour
    let changes = Dictionary(uniqueKeysWithValues: plan.changes.map { ($0.path, $0) })
    var buffer = ByteBuffer()
    var shown: Set<String> = []
    for rename in plan.renames {
      let change = changes[rename.from]
      UnifiedDiff(
        path: rename.from, newPath: rename.to, old: change?.old ?? [], edits: change?.edits ?? []
      ).write(color: isColoured, into: &buffer)
      shown.insert(rename.from)
    }
    for change in plan.changes where !shown.contains(change.path) {
      UnifiedDiff(path: change.path, old: change.old, edits: change.edits)
        .write(color: isColoured, into: &buffer)
    }
    buffer.withBytes { StandardStream.output.write($0) }
  }

  private func report(_ found: [Diagnostic]) {
    var buffer = ByteBuffer()
    Report(found).write(
      as: .text, color: StandardStream.error.showsColour, into: &buffer,
      source: { try? FileReader.read($0, limit: 64 << 20) })
    buffer.withBytes { StandardStream.error.write($0) }
  }

  private func say(_ words: String) {
    if !isQuiet { StandardStream.error.write(words + "\n") }
  }
}
