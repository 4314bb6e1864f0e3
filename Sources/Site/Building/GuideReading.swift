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
  private(set) var catalog: Catalog
  let ids: TechniqueIDs
  let listings: Listings
  let navigation: Navigation
  let redirects: Redirects
  /// Every page that could be read, drafts too.
  private(set) var reading: PageReading
  /// What was found besides what stands on single pages.
  private let otherDiagnostics: [Diagnostic]

  /// What was found on the pages that can have a pattern, by their paths.
  var extractions: [String: Extraction] { reading.extractions }
  /// Bytes of Markdown.
  var sourceSize: Int { reading.sourceSize }
  /// What keeps the guide from being what its author meant, whatever its links lead to.
  var diagnostics: [Diagnostic] {
    diagnosticsOfGuide + reading.pages.flatMap(\.diagnostics)
      + catalog.pages.flatMap { PlatformCheck.diagnostics($0, project) }
  }

  /// The same without what stands on single pages and is found when they are read.
  var diagnosticsOfGuide: [Diagnostic] { otherDiagnostics + reading.failures }

  /// - Parameters:
  ///   - found: What is in the content folder, where that is known.
  ///   - memory: An earlier reading, whose pages are not read again where nothing has changed.
  ///   - changed: Paths in the content that may have changed, whatever their stamps say; nil where
  ///     nobody knows.
  init(
    _ project: Project, _ options: BuildOptions, _ clock: inout StageClock,
    sources found: SourceTree? = nil, memory: PageMemory? = nil, changed: Set<String>? = nil
  ) async throws(BuildFailure) {
    if let found {
      sources = found
    } else {
      sources = try SourceTree(project)
      clock.end("discover")
    }

    options.onStage?("reading \(Self.pages(sources.pages.count))")
    let commits = CommitDates.read(project, options)
    let reading = await PageReading.all(
      sources, project, dates: commits.dates,
      known: memory?.valid(for: project, sources, changed: changed), jobs: project.jobs)
    clock.end("read and render")

    let drafts = PathPatterns(project.config.drafts)
    let pages = reading.pages.filter {
      options.includesDrafts || !($0.isDraft || drafts.match($0.path))
    }
    var catalog = Catalog(
      pages: pages, files: sources.files, directoryURLs: project.config.usesDirectoryURLs,
      addresses: Blog.addresses(of: pages, project.config),
      absent: reading.absent(
        from: sources, drafts: drafts, includesDrafts: options.includesDrafts),
      generated: Feeds.paths(project.config, pages) + AgentFiles.paths(project.config))
    self.reading = reading
    ids = TechniqueIDs(catalog.pages, reading.extractions)
    listings = Listings(
      catalog.pages, hasTechniques: !ids.ofPatterns.isEmpty,
      hasMap: project.config.hasMap
        && TechniqueGraph.hasRelations(catalog, ids, reading.extractions),
      blog: Blog(catalog, project.config),
      directoryURLs: project.config.usesDirectoryURLs)
    catalog.add(generated: PatternFiles.paths(ids.ofPatterns) + listings.all.map(\.file))
    self.catalog = catalog
    navigation = Navigation(catalog, project)
    redirects = Redirects(catalog, project)
    self.project = project
    otherDiagnostics =
      project.diagnostics + sources.diagnostics + catalog.diagnostics + redirects.diagnostics
      + commits.diagnostics + Self.start(of: catalog, drafts: reading.pages, project)
      + ThemeFiles.missing(project, catalog) + CardFindings.ofGuide(project, catalog)
    clock.end("catalog")
  }

  /// What the next reading need not do again.
  var memory: PageMemory { PageMemory(project, sources, reading.entries) }

  /// The same guide with one page in another state, of which nothing has changed that other pages
  /// or the guide as a whole see.
  func replacing(_ index: Int, by entry: PageMemory.Entry) -> GuideReading {
    var guide = self
    guide.reading = reading.replacing(catalog.pages[index].path, by: entry)
    guide.catalog.replace(index, by: entry.page)
    return guide
  }

  /// Whether some page includes the text of this file.
  func isIncluded(_ path: String) -> Bool {
    let printed = project.printed(path)
    return reading.entries.values.contains { $0.includes && $0.included.contains(printed) }
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
    facts.isInNavigation = navigation.nodeOfPage.indices.map { page in
      navigation.nodeOfPage[page] != nil || listings.blog?.post(ofPage: page) != nil
    }
    facts.redirects = redirects.references
    facts.lock = lock
    return facts
  }
}
