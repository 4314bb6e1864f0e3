import Checking
import Diagnostics
import FileTree
import Pages
import PatternExtraction

/// A guide as it is read before anything is demanded of it or written: its pages, their order, and
/// the addresses they had.
struct GuideReading: Sendable {
  let project: Project
  let sources: SourceTree
  let catalog: Catalog
  let ids: TechniqueIDs
  let listings: Listings
  let navigation: Navigation
  let redirects: Redirects
  /// What was found on the pages that can have a pattern, by their paths.
  let extractions: [String: Extraction]
  /// What keeps the guide from being what its author meant, whatever its links lead to.
  private(set) var diagnostics: [Diagnostic]
  /// Bytes of Markdown.
  let sourceSize: Int

  init(
    _ project: Project, _ options: BuildOptions, _ clock: inout StageClock
  ) async throws(BuildFailure) {
    sources = try SourceTree(project)
    clock.end("discover")

    options.onStage?("reading \(Self.pages(sources.pages.count))")
    let commits = CommitDates.read(project, options)
    let reading = await PageReading.all(
      sources, project, dates: commits.dates, jobs: project.jobs)
    clock.end("read and render")

    let pages = reading.pages.filter { options.includesDrafts || !$0.isDraft }
    var catalog = Catalog(
      pages: pages, files: sources.files, directoryURLs: project.config.usesDirectoryURLs,
      absent: reading.absent(from: sources, includesDrafts: options.includesDrafts),
      generated: Feeds.paths(project.config, pages) + AgentFiles.paths(project.config))
    extractions = reading.extractions
    ids = TechniqueIDs(catalog.pages, extractions)
    listings = Listings(
      catalog.pages, hasTechniques: !ids.ofPatterns.isEmpty,
      directoryURLs: project.config.usesDirectoryURLs)
    catalog.add(generated: PatternFiles.paths(ids.ofPatterns) + listings.all.map(\.file))
    self.catalog = catalog
    navigation = Navigation(catalog, project)
    redirects = Redirects(catalog, project)
    self.project = project
    sourceSize = reading.sourceSize
    diagnostics =
      project.diagnostics + sources.diagnostics + reading.diagnostics + catalog.diagnostics
      + redirects.diagnostics + commits.diagnostics + PlatformCheck.diagnostics(catalog, project)
    diagnostics += Self.start(of: catalog, drafts: reading.pages, project)
    clock.end("catalog")
  }

  static func pages(_ count: Int) -> String { count == 1 ? "1 page" : "\(count) pages" }

  /// Whether readers find anything at the site's own address.
  private static func start(
    of catalog: Catalog, drafts: [Page], _ project: Project
  ) -> [Diagnostic] {
    if catalog.pages.isEmpty {
      guard let draft = drafts.first else { return [] }
      return [
        Diagnostic(
          .noPages, .error, "every page of the guide is a draft", path: draft.printedPath,
          help: "take `draft: true` out of one, or build with --drafts")
      ]
    }
    guard !catalog.hasStart else { return [] }
    return [
      Diagnostic(
        .noStart, .note, "the guide has no start page; its address alone shows nothing",
        path: project.content, help: "write an index.md at the top of the content folder")
    ]
  }

  /// Whether the guide is written with other templates than the program's own.
  var hasTemplates: Bool {
    Discovery.isFolder(project.templates)
      || catalog.pages.contains { $0.frontMatter.template != nil }
  }

  /// What the rules must know besides the pages.
  func facts(lock: PublishedLock?) -> SiteFacts {
    var facts = SiteFacts()
    facts.configPath = project.configPath
    if let url = project.config.url {
      facts.url = url.text
      let scheme = "https://"
      if url.origin.hasPrefix(scheme) {
        facts.secureHost = String(url.origin.dropFirst(scheme.count))
      }
    }
    facts.isEnglish = project.config.language.lowercased().hasPrefix("en")
    facts.declaresPlatforms = !project.config.platforms.isEmpty
    facts.navigation = navigation.references
    facts.isInNavigation = navigation.nodeOfPage.map { $0 != nil }
    facts.redirects = redirects.references
    facts.lock = lock
    return facts
  }
}
