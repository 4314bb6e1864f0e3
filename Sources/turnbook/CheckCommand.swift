import ByteText
import Commands
import Diagnostics
import FileTree
import Reporting
import Site
import Terminal

/// `turnbook check`: says what is wrong with a guide, and mends what can be mended safely.
struct CheckCommand {
  private var options = BuildOptions()
  private let format: ReportFormat
  private let asksOthers: Bool
  private let fixes: Bool
  private let isRehearsal: Bool
  private let updatesLock: Bool
  private let isQuiet: Bool
  private let showsTimings: Bool
  private let failOn: Severity?

  init(_ invocation: Invocation) {
    options.history = GitHistory.read
    options.environment = Environment.value
    options.folder = invocation.value("FOLDER") ?? "."
    options.includesDrafts = invocation.isOn("drafts")
    options.jobs = invocation.integer("jobs")
    options.generator = "Turnbook \(Version.text)"
    format = invocation.value("format").flatMap(ReportFormat.init) ?? .text
    asksOthers = invocation.isOn("external")
    fixes = invocation.isOn("fix")
    isRehearsal = invocation.isOn("dry-run")
    updatesLock = invocation.isOn("update-lock") && !isRehearsal
    isQuiet = invocation.isOn("quiet")
    showsTimings = invocation.isOn("timings")
    failOn =
      invocation.isOn("strict")
      ? .warning : invocation.value("fail-on").flatMap(Severity.init)
    if !isQuiet, StandardStream.error.isTerminal {
      options.onStage = { StandardStream.error.write("\r\u{1B}[K\($0)…") }
    }
  }

  func run() async -> Int32 {
    let start = ContinuousClock.now
    var report = await Check.run(options)
    var changes: [String] = []
    var failures: [Diagnostic] = []
    if let mending = report.mending, fixes {
      if isRehearsal { return show(mending, report) }
      failures = mending.diagnostics + mending.write()
      changes.append(
        mending.files.isEmpty
          ? "Nothing can be mended without you"
          : "Mended \(Self.count(mending.count, "finding")) in \(files(mending))")
      if !mending.files.isEmpty { report = await Check.run(options) }
    }
    if updatesLock, !report.hasFailed {
      do throws(FileError) {
        if let change = try report.updateLock() { changes.append(change) }
        report = await Check.run(options)
      } catch {
        failures.append(error.diagnostic(path: report.lockPath))
      }
    }
    if asksOthers, !report.hasFailed {
      report = await Check.run(options, web: WebProgress.request(showsProgress: !isQuiet))
    }
    report.diagnostics += failures
    let elapsed = ContinuousClock.now - start
    if options.onStage != nil { StandardStream.error.write("\r\u{1B}[K") }
    let isPrinted = print(report)
    if showsTimings { Timings.print(report.timings, all: elapsed) }
    if !isQuiet {
      let gap = report.diagnostics.isEmpty || format != .text ? "" : "\n"
      if let web = report.web { changes.append(Self.words(web)) }
      let lines = changes + [summary(report, elapsed)]
      StandardStream.error.write(gap + lines.joined(separator: "\n") + "\n")
    }
    if report.web?.isInterrupted == true { return WebProgress.interrupted }
    return report.hasFailed || !failures.isEmpty || !isPrinted ? 2 : exitCode(report)
  }

  private func exitCode(_ report: CheckReport) -> Int32 {
    report.diagnostics.contains { $0.severity >= limit(report) } ? 1 : 0
  }

  private func limit(_ report: CheckReport) -> Severity { failOn ?? report.failOn }

  /// - Returns: Whether all of it could be written: half a report must not pass for a whole one.
  private func print(_ report: CheckReport) -> Bool {
    var buffer = ByteBuffer()
    Report(report.diagnostics).write(
      as: format, color: StandardStream.output.showsColour,
      facts: ReportFacts(version: Version.text, failure: limit(report)), into: &buffer,
      source: { try? FileReader.read($0, limit: 64 << 20) })
    do throws(FileError) { try StandardStream.output.send(buffer.array) } catch {
      StandardStream.error.write(Failure.text(error.diagnostic()))
      return false
    }
    return true
  }

  /// Prints what would be changed.
  private func show(_ mending: Mending, _ report: CheckReport) -> Int32 {
    if options.onStage != nil { StandardStream.error.write("\r\u{1B}[K") }
    var buffer = ByteBuffer()
    for file in mending.files {
      UnifiedDiff(path: file.path, old: file.old, edits: file.plan.edits)
        .write(color: StandardStream.output.showsColour, into: &buffer)
    }
    buffer.withBytes { StandardStream.output.write($0) }
    for diagnostic in mending.diagnostics { StandardStream.error.write(Failure.text(diagnostic)) }
    if !isQuiet {
      StandardStream.error.write(
        "Would mend \(Self.count(mending.count, "finding")) in \(files(mending)), of "
          + "\(Report(report.diagnostics).summary)\n")
    }
    return exitCode(report)
  }

  private func files(_ mending: Mending) -> String { Self.count(mending.files.count, "file") }

  private func summary(_ report: CheckReport, _ elapsed: Duration) -> String {
    if report.hasFailed { return "The guide could not be checked" }
    return "Checked \(Self.count(report.pageCount, "page")) with "
      + "\(Self.count(report.linkCount, "link")): \(Report(report.diagnostics).summary), "
      + Timings.words(elapsed)
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func words(_ web: WebSummary) -> String {
    var words = "Asked for \(web.asked) \(web.asked == 1 ? "address" : "addresses")"
    if web.remembered > 0 { words += ", \(web.remembered) more were asked for lately" }
    return web.isInterrupted ? words + "; stopped before the rest" : words
  }
}
