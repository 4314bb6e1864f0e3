import ByteText
import Commands
import Diagnostics
import FileTree
import JSON
import Reporting
import Site
import Terminal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `turnbook build`: builds a guide and says what came of it.
struct BuildCommand {
  private let options: BuildOptions
  private let isQuiet: Bool
  private let isJSON: Bool
  private let showsTimings: Bool

  init(_ invocation: Invocation) {
    var options = BuildOptions()
    options.history = GitHistory.read
    options.environment = Environment.value
    options.folder = invocation.value("FOLDER") ?? "."
    options.output = invocation.value("output")
    options.isStrict = invocation.isOn("strict")
    options.includesDrafts = invocation.isOn("drafts")
    options.baseURL = invocation.value("base-url")
    options.jobs = invocation.integer("jobs")
    options.isFresh = invocation.isOn("fresh")
    options.program = ProgramFile.path
    options.startedAt = Int64(time(nil)) * 1_000_000_000
    options.generator = "Turnbook \(Version.text)"
    isQuiet = invocation.isOn("quiet")
    isJSON = invocation.isOn("json")
    showsTimings = invocation.isOn("timings")
    if !isQuiet, !isJSON, StandardStream.error.isTerminal {
      options.onStage = { StandardStream.error.write("\r\u{1B}[K\($0)…") }
    }
    self.options = options
  }

  func run() async -> Int32 {
    if let base = options.baseURL, let problem = SiteURL.problem(with: base) {
      StandardStream.error.write(
        words: """
          turnbook build: the base URL "\(base)" \(problem); write one such as https://example.org/guide/
          Try 'turnbook build --help'.

          """)
      return UsageError.exitCode
    }
    let start = ContinuousClock.now
    let report = await Build.run(options)
    let elapsed = ContinuousClock.now - start
    if options.onStage != nil { StandardStream.error.write("\r\u{1B}[K") }
    print(report)
    if showsTimings { Timings.print(report.timings, all: elapsed) }
    if !isQuiet, !isJSON { StandardStream.error.write(summary(report, elapsed)) }
    return report.exitCode(isStrict: options.isStrict)
  }

  /// Findings go to standard error as text, or to standard output as JSON.
  private func print(_ report: BuildReport) {
    let stream: StandardStream = isJSON ? .output : .error
    var buffer = ByteBuffer()
    Report(report.diagnostics).write(
      as: isJSON ? .json : .text, color: stream.showsColour, into: &buffer,
      source: { try? FileReader.read($0, limit: 64 << 20) })
    buffer.withBytes { stream.write($0) }
  }

  private func summary(_ report: BuildReport, _ elapsed: Duration) -> String {
    let pages = report.pageCount == 1 ? "1 page" : "\(report.pageCount) pages"
    let findings = report.diagnostics.isEmpty ? "no findings" : Report(report.diagnostics).summary
    let time = Timings.words(elapsed)
    let gap = report.diagnostics.isEmpty ? "" : "\n"
    switch report.outcome {
    case .published where report.isAsBefore:
      return
        "\(gap)Nothing has changed in \(pages), \(report.output) is as it was: \(findings), \(time)\n"
    case .published:
      return "\(gap)Built \(pages) into \(report.output): \(findings), \(time)\n"
    case .blocked:
      let old = Discovery.isFolder(report.output) ? ", \(report.output) is as it was" : ""
      return "\(gap)Nothing was published\(old): \(findings), \(time)\n"
    case .failed:
      return "\(gap)The guide could not be built: \(findings), \(time)\n"
    }
  }
}
