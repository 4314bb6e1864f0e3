import Checking
package import Diagnostics
import FileTree
import Markdown
import Pages

/// Holds a guide against all rules without writing a site.
package struct Check: ~Copyable {
  private var report = CheckReport()
  private var clock = StageClock()
  private let options: BuildOptions
  private let web: WebRequest?

  private init(_ options: BuildOptions, web: WebRequest?) {
    self.options = options
    self.web = web
  }

  /// Every problem of the content is in the report.
  /// - Parameter web: given where links to other sites are to be asked for too.
  package static func run(
    _ options: BuildOptions, web: WebRequest? = nil
  ) async -> CheckReport {
    var check = Check(options, web: web)
    do {
      try await check.run()
    } catch {
      check.report.hasFailed = true
      check.report.diagnostics.append(error.diagnostic)
    }
    check.report.timings = check.clock.stages
    return check.report
  }

  private mutating func run() async throws(BuildFailure) {
    let project = try Project(options)
    report.failOn = project.config.check.failOn
    async let themed = Result { () throws(BuildFailure) in try SiteTheme(project) }
    let guide = try await GuideReading(project, options, &clock)
    report.pageCount = guide.catalog.pages.count
    report.linkCount = guide.catalog.pages.reduce(0) { $0 + $1.body.links.count }

    options.onStage?("following links")
    let lock = try project.lock()
    let inspection = await Inspection(guide, lock: lock, jobs: project.jobs)
    clock.end("check")

    let theme = try await themed.get()
    var rendering: [Diagnostic] = []
    if guide.hasTemplates {
      // Some faults of templates show only in what is made with them.
      let places = Set(theme.diagnostics.map(FindingPlace.init))
      rendering = await Site(guide: guide, inspection: inspection, theme: theme)
        .write(to: nil, jobs: project.jobs).diagnostics
        .filter { !places.contains(FindingPlace($0)) }
    }
    clock.end("templates")

    var found = guide.diagnostics + theme.diagnostics + rendering + inspection.findings
    if let web {
      let outcome = try WebCheck(guide: guide, links: inspection.links, request: web).run()
      // An address that cannot be one is told already.
      let malformed = Set(found.lazy.filter { $0.code == .malformedURL }.map(FindingPlace.init))
      found += outcome.diagnostics.filter { !malformed.contains(FindingPlace($0)) }
      report.web = outcome.summary
      clock.end("other sites")
    }
    report.diagnostics = inspection.judged(
      found, unchecked: web == nil ? Set(CodeReference.external.map(\.id)) : [])
    report.mending = Mending(report.diagnostics, of: guide)
    report.folder = project.folder
    report.lockPath = project.lockPath
    report.lock = PublishedLock.text(
      of: guide.catalog, patterns: inspection.publishedPatterns)
  }
}

/// What a check found.
package struct CheckReport: Sendable {
  /// In the order of a report, each once.
  package var diagnostics: [Diagnostic] = []
  package var pageCount = 0
  package var linkCount = 0
  /// A folder or file of the environment could not be used.
  package var hasFailed = false
  /// The least severity that makes the check fail.
  package var failOn = Severity.error
  package var timings: [(stage: String, duration: Duration)] = []
  /// Nil where other sites were not asked.
  package var web: WebSummary?
  /// The safe fixes of the findings.
  package var mending: Mending?
  /// The folder of the guide.
  var folder = "."
  /// Where the guide's addresses are remembered, and the text that remembers those of now.
  package var lockPath = ""
  var lock = ""
}
