import ByteText
import Commands
import Diagnostics
import FileTree
import Reporting
import Site

/// `turnbook check`: says what is wrong with a guide.
struct CheckCommand {
  private var options = BuildOptions()
  private let format: ReportFormat
  private let isQuiet: Bool
  private let showsTimings: Bool
  private let failOn: Severity?

  init(_ invocation: Invocation) {
    options.folder = invocation.value("FOLDER") ?? "."
    options.includesDrafts = invocation.isOn("drafts")
    options.jobs = invocation.integer("jobs")
    options.generator = "Turnbook \(Version.text)"
    format = invocation.value("format").flatMap(ReportFormat.init) ?? .text
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
    let report = await Check.run(options)
    let elapsed = ContinuousClock.now - start
    if options.onStage != nil { StandardStream.error.write("\r\u{1B}[K") }
    var buffer = ByteBuffer()
    let findings = Report(report.diagnostics)
    findings.write(
      as: format, color: StandardStream.output.showsColour, into: &buffer,
      source: { try? FileReader.read($0, limit: 64 << 20) })
    buffer.withBytes { StandardStream.output.write($0) }
    if showsTimings { Timings.print(report.timings, all: elapsed) }
    if !isQuiet { StandardStream.error.write(summary(report, findings, elapsed)) }
    if report.hasFailed { return 2 }
    let limit = failOn ?? report.failOn
    return report.diagnostics.contains { $0.severity >= limit } ? 1 : 0
  }

  private func summary(_ report: CheckReport, _ findings: Report, _ elapsed: Duration) -> String {
    let pages = report.pageCount == 1 ? "1 page" : "\(report.pageCount) pages"
    let links = report.linkCount == 1 ? "1 link" : "\(report.linkCount) links"
    let gap = report.diagnostics.isEmpty || format != .text ? "" : "\n"
    if report.hasFailed { return "\(gap)The guide could not be checked\n" }
    return "\(gap)Checked \(pages) with \(links): \(findings.summary), \(Timings.words(elapsed))\n"
  }
}
