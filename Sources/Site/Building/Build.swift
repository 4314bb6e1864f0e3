import Diagnostics
import Diagrams
import FileTree
import Links
import Pages
import Templating

/// Turns the folder of a guide into its site.
package struct Build: ~Copyable {
  private var report = BuildReport()
  private var clock = StageClock()
  private let options: BuildOptions

  private init(_ options: BuildOptions) { self.options = options }

  /// Builds and publishes. Every problem of the content is in the report; nothing is published
  /// unless all is.
  package static func run(_ options: BuildOptions) async -> BuildReport {
    var build = Build(options)
    do {
      try await build.run()
    } catch {
      build.report.outcome = .failed
      build.report.diagnostics.append(error.diagnostic)
    }
    build.report.timings = build.clock.stages
    build.report.diagnostics = Set(build.report.diagnostics).sorted()
    return build.report
  }

  private mutating func run() async throws(BuildFailure) {
    let project = try Project(options)
    report.output = project.output
    // Before reading: an output that is the content would leave no page to read.
    if let error = OutputCheck.error(output: project.output, inputs: project.inputs) {
      throw BuildFailure(diagnostic: error.diagnostic)
    }
    if let inside = project.folderThatHoldsOutput {
      throw BuildFailure(
        diagnostic: Diagnostic(
          .outputOverlap, .error, "the output lies in the folder \"\(inside)\", which is input",
          path: project.output, help: "choose an output folder beside it, such as \"site\""))
    }
    let (sources, key) = try await find(project)
    if report.isAsBefore { return }
    // It is made ready while the pages are read.
    async let themed = Result { () throws(BuildFailure) in try SiteTheme(project) }
    let guide = try await GuideReading(project, options, &clock, sources: sources)
    report.pageCount = guide.catalog.pages.count
    report.fileCount = guide.catalog.files.count
    report.sourceSize = guide.sourceSize

    options.onStage?("following links")
    let inspection = await Inspection(guide, lock: try project.lock(), jobs: project.jobs)
    clock.end("check")

    let theme = try await themed.get()
    var site = Site(guide: guide, inspection: inspection, theme: theme)
    // Findings about links and patterns never keep a site from being published.
    let input = inspection.weighed(guide.diagnostics + theme.diagnostics)
    report.diagnostics += CardFindings.ofMachine(project)
    if input.contains(where: { $0.severity == .error }) {
      // Rendering goes on without writing, so that errors in templates are told in the same run.
      report.outcome = .blocked
      let places = Set(theme.diagnostics.map(FindingPlace.init))
      report.diagnostics += await site.write(to: nil, jobs: project.jobs).diagnostics
        .filter { !places.contains(FindingPlace($0)) }
      clock.end("render")
    } else {
      try await publish(&site, project)
    }
    let found = guide.diagnostics + report.diagnostics
    report.diagnostics = inspection.told(
      guide.diagnostics + theme.diagnostics + inspection.findings + report.diagnostics)
    if let key, report.outcome == .published, !found.contains(where: Self.isOfMachine) {
      await BuildCache.write(
        report, key: key, consulted: guide.reading.consulted, startedAt: options.startedAt, project)
      clock.end("remember")
    }
  }

  /// Whether a finding may be gone next time though the guide is as it was: something is to be
  /// installed.
  private static func isOfMachine(_ finding: Diagnostic) -> Bool {
    [.diagramLibrary, .cardLibrary, .cardCharacters, .cardFont].contains(finding.code)
  }

  /// Finds the sources. Where nothing has changed since the last build, its report is ours.
  private mutating func find(
    _ project: Project
  ) async throws(BuildFailure) -> (SourceTree, BuildKey?) {
    let last = options.isFresh ? nil : BuildCache(project)
    // What it wrote is looked at meanwhile; in vain where the sources turn out to be others.
    async let written =
      last == nil ? nil : BuildCache.fingerprint(ofOutput: project.output, jobs: project.jobs)
    let sources = try SourceTree(project)
    clock.end("discover")
    let key = BuildKey(project, sources, options)
    if let key, let last, last.isOf(key) {
      if let written = await written, let report = last.report(for: key, site: written, project) {
        self.report = report
      }
      clock.end("compare")
    }
    return (sources, key)
  }

  /// Draws the cards that the old site does not have. Returns what kept it from writing them.
  private mutating func draw(
    _ site: inout Site, to publisher: Publisher, _ project: Project
  ) async -> PublishError? {
    guard var cards = site.cards else { return nil }
    options.onStage?("drawing cards")
    let writing = await cards.write(of: site, to: publisher, jobs: project.jobs)
    site.cards = cards
    report.drawnCards = writing.drawn
    report.diagnostics += writing.diagnostics
    clock.end("\(writing.drawn) of \(writing.all) cards")
    return writing.failure
  }

  private mutating func publish(_ site: inout Site, _ project: Project) async throws(BuildFailure) {
    let publisher: Publisher
    do throws(PublishError) {
      publisher = try Publisher.begin(output: project.output)
    } catch {
      throw BuildFailure(diagnostic: error.diagnostic)
    }
    let cards = await draw(&site, to: publisher, project)
    options.onStage?("writing \(GuideReading.pages(site.catalog.pages.count))")
    var writing = await site.write(to: publisher, jobs: project.jobs)
    writing.failure = cards ?? writing.failure
    report.diagnostics += writing.diagnostics
    clock.end("write")
    if writing.failure == nil {
      async let text = site.writeText(to: publisher)
      let search = await SearchFiles(site).write(to: publisher, jobs: project.jobs)
      writing.failure = await text.failure ?? search
      let found = await text.diagnostics
      writing.diagnostics += found
      report.diagnostics += found
      clock.end("search")
    }
    if let failure = writing.failure {
      publisher.abandon()
      if failure.isOfContent {
        report.outcome = .blocked
        report.diagnostics.append(failure.diagnostic)
        return
      }
      var diagnostic = failure.diagnostic
      // A file of the site is named from the output folder.
      if let path = diagnostic.path, !path.hasPrefix("/"), !path.hasPrefix(project.output) {
        diagnostic.path = Project.joined(project.output, path)
      }
      throw BuildFailure(diagnostic: diagnostic)
    }
    if writing.diagnostics.contains(where: { $0.severity == .error }) {
      publisher.abandon()
      report.outcome = .blocked
      return
    }
    do throws(PublishError) {
      let result = try publisher.commit()
      report.written = result.written
      report.unchanged = result.unchanged
      report.diagnostics += result.diagnostics(output: project.output)
    } catch {
      throw BuildFailure(diagnostic: error.diagnostic)
    }
    clock.end("publish")
  }
}

extension PublishError {
  /// Whether the sources are to blame and not the place: two of them want one path.
  fileprivate var isOfContent: Bool {
    switch self {
    case .writtenTwice, .fileAndFolder: true
    default: false
    }
  }
}

/// Where a finding stands: one fault may be found by two stages.
struct FindingPlace: Hashable {
  private let path: String?
  private let range: ByteRange?

  init(_ diagnostic: Diagnostic) {
    path = diagnostic.path
    range = diagnostic.range
  }
}

/// Tells how long each stage took.
struct StageClock {
  private let clock = ContinuousClock()
  private var last = ContinuousClock.now
  private(set) var stages: [(stage: String, duration: Duration)] = []

  mutating func end(_ stage: String) {
    let now = clock.now
    stages.append((stage, now - last))
    last = now
  }
}
