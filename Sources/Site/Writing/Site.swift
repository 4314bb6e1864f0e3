import ByteText
import Diagnostics
import FileTree
import Links
import Pages
import Patterns
import Templating

/// A guide ready to be written: pages whose links are known, the navigation, and the theme.
struct Site: Sendable {
  let project: Project
  let catalog: Catalog
  let navigation: Navigation
  let redirects: Redirects
  /// What the links of each page mean, in the order of the pages.
  let links: LinkGraph
  let techniques: SiteTechniques
  /// Empty where the site has no map.
  let graph: TechniqueGraph
  let listings: Listings
  let theme: SiteTheme
  /// Of the content folder.
  let reader: FileReader
  /// Nil where pages have no cards.
  var cards: SocialCards?

  init(guide: GuideReading, inspection: Inspection, theme: SiteTheme) {
    project = guide.project
    catalog = guide.catalog
    navigation = guide.navigation
    redirects = guide.redirects
    links = inspection.links
    listings = guide.listings
    let techniques = SiteTechniques(guide, inspection.patterns)
    self.techniques = techniques
    graph =
      guide.listings.mapURL == nil
      ? TechniqueGraph() : TechniqueGraph(guide.catalog, inspection.links, techniques)
    self.theme = theme
    reader = guide.sources.reader
    cards = SocialCards(guide.project, guide.catalog, guide.sources.reader)
  }

  /// What readers see as the platforms of a page.
  func platformNames(of page: Page) -> [String] {
    page.platforms.map { id in
      project.config.platforms.first { $0.id.value == id }?.name ?? id
    }
  }

  /// What came of writing.
  struct Writing: Sendable {
    var diagnostics: [Diagnostic] = []
    var failure: PublishError?
  }

  /// Renders everything and writes it; without a publisher it is rendered only, to find what is
  /// wrong with templates.
  func write(to publisher: Publisher?, jobs: Int) async -> Writing {
    let contexts = PageContexts(self)
    let twins = TwinWriter(self)
    let listings = listings.all.filter { !isOwn($0.file) && !isOwn($0.url) }
    // What is no page is made by a worker while the others render pages.
    let results = await Workers.map(
      1 + listings.count + catalog.pages.count, jobs: jobs,
      makeWorker: { PageWriter(contexts, twins: twins) },
      { writer, index in
        if index == 0 {
          return PageWriter.Result(diagnostics: [], failure: writeFiles(to: publisher, twins))
        }
        return index <= listings.count
          ? writer.write(listings[index - 1], to: publisher)
          : writer.write(index - 1 - listings.count, to: publisher)
      })
    var writing = Writing()
    var found: [Diagnostic] = []
    let lists = 1..<1 + listings.count
    // Of what is found twice, that about a page is told.
    for result in results[..<1] + results[lists.upperBound...] + results[lists] {
      found += result.diagnostics
      writing.failure = writing.failure ?? result.failure
    }
    var writer = PageWriter(contexts)
    if !isOwn(PageWriter.lostPage) {
      found += writer.writeLostPage(to: publisher, &writing.failure)
    }
    for redirect in redirects.entries {
      found += writer.write(redirect, to: publisher, &writing.failure)
    }
    writing.diagnostics = TemplateLibrary.firstForEachTag(found)
    return writing
  }

  /// Writes what needs no page to be written before. Returns what kept it from doing so.
  private func writeFiles(to publisher: Publisher?, _ twins: TwinWriter?) -> PublishError? {
    guard let publisher else { return nil }
    do throws(PublishError) {
      for asset in theme.assets { try publisher.write(asset.path, asset.bytes) }
      for file in copiedFiles {
        try publisher.copy(from: Project.joined(project.content, file), to: file)
      }
      for (path, bytes) in machineFiles { try publisher.write(path, bytes) }
      if let twins, !isOwn(AgentFiles.indexPath) {
        try publisher.write(AgentFiles.indexPath, AgentFiles(self, twins).index)
      }
      return nil
    } catch {
      return error
    }
  }

  /// Writes the text of all pages, out of the Markdown that was written for each.
  func writeText(to publisher: Publisher) async -> Writing {
    var writing = Writing()
    guard let twins = TwinWriter(self), !isOwn(AgentFiles.fullPath) else { return writing }
    let files = AgentFiles(self, twins)
    let pages = files.pages
    do throws(PublishError) {
      try publisher.write(AgentFiles.fullPath, pieces: pages.count + 1) { number in
        guard number > 0 else { return files.head }
        let page = pages[number - 1]
        let path = twins.path(of: page)
        let twin = twins.isTaken(path) ? nil : publisher.contents(of: path)
        do throws(FileError) { return try files.text(ofPage: page, twin: twin) } catch {
          writing.diagnostics.append(error.diagnostic())
          return []
        }
      }
    } catch {
      writing.failure = error
    }
    return writing
  }

  /// The files of the content that stand in the site as they are.
  var copiedFiles: [String] {
    guard !project.publishesAllFiles else { return catalog.files }
    let referred = referredFiles
    return catalog.files.filter { referred.contains(PathKey($0)) }
  }

  /// Feeds and patterns.
  var machineFiles: [(path: String, bytes: [UInt8])] {
    (Feeds(self).files + PatternFiles.files(techniques.patterns)).filter { !isOwn($0.path) }
  }

  /// The files that some page links to or shows.
  private var referredFiles: Set<PathKey> {
    var files: Set<PathKey> = []
    for (index, page) in catalog.pages.enumerated() {
      guard let image = page.frontMatter.image else { continue }
      if let path = PageImage.file(image.value, index, catalog) { files.insert(PathKey(path)) }
    }
    for page in links.pages {
      for case .file(let path, _)? in page.findings.lazy.map({ $0?.resolution }) {
        files.insert(PathKey(path))
      }
    }
    return files
  }

  /// Whether the author has put something of their own where the program would write a file.
  func isOwn(_ path: String) -> Bool {
    catalog.hasFile(Array(path.utf8)) || catalog.page(atURL: Array(path.utf8)) != nil
      || redirects.entries.contains { $0.file == path }
  }
}
