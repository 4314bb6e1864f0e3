package import ByteText
import Checking
package import Diagnostics
import FileTree
package import Links
import Markdown
package import Pages
package import PatternExtraction

/// A guide that is open in an editor, as it is known at one moment, with texts that are not saved
/// in the place of files.
///
/// It is read as a whole by `init`, and one page at a time by `edit`, which takes milliseconds and
/// leaves what other pages say of that page as it was.
package struct OpenGuide: Sendable {
  private var guide: GuideReading
  private var inspection: Inspection
  private let lock: PublishedLock?
  private let candidates: Candidates
  /// Of templates, which no page changes.
  private let themeDiagnostics: [Diagnostic]
  /// What stands in each file and was found elsewhere, by the paths that findings print.
  private let fromElsewhere: [String: [Diagnostic]]
  /// What is wrong with the configuration, where it is so wrong that the one before it is used.
  private let brokenConfiguration: [Diagnostic]?
  /// The content folder without links; nil where it is gone.
  private let realContent: String?

  /// Reads a guide; what is as it was is taken from the state before.
  /// - Parameters:
  ///   - changed: Absolute paths, without links, of what may have changed; nil where anything may.
  ///   - rescans: Whether files may have come or gone, or changed on the disk.
  package init(
    _ options: BuildOptions, after before: OpenGuide? = nil, changed: Set<String>? = nil,
    rescans: Bool = true
  ) async throws(BuildFailure) {
    let project = try Project(options)
    if let before, project.diagnostics.contains(where: { $0.severity == .error }) {
      self = OpenGuide(before, broken: project.diagnostics)
      return
    }
    let content = Discovery.realPath(of: project.content)
    realContent = content
    var sources: SourceTree?
    if let before, !rescans, project.config == before.project.config {
      sources = try before.guide.sources.reading(project)
    }
    var clock = StageClock()
    let guide = try await GuideReading(
      project, options, &clock, sources: sources,
      memory: before?.guide.memory ?? PageMemory.none(project),
      changed: changed.map { Set($0.map { Self.path($0, in: content) ?? $0 }) })
    lock = try project.lock()
    let inspection = await Inspection(guide, lock: lock, jobs: project.jobs)
    candidates = Candidates(guide.catalog)
    themeDiagnostics = try SiteTheme(project).diagnostics
    fromElsewhere = Self.fromElsewhere(guide, inspection)
    brokenConfiguration = nil
    self.guide = guide
    self.inspection = inspection
  }

  private init(_ before: OpenGuide, broken: [Diagnostic]) {
    guide = before.guide
    inspection = before.inspection
    lock = before.lock
    candidates = before.candidates
    themeDiagnostics = before.themeDiagnostics
    fromElsewhere = before.fromElsewhere
    realContent = before.realContent
    brokenConfiguration = broken
  }

  // MARK: - Editing

  /// What an edit of one page means for the rest of the guide.
  package enum EditEffect: Sendable {
    /// Nothing: other pages see the page as they did.
    case onlyItself
    /// The guide has to be read again, sooner or later.
    case others
  }

  /// Takes a page's text from an editor. Nil where the page is none of the guide.
  package mutating func edit(_ index: Int, text: [UInt8]) -> EditEffect? {
    guard catalog.pages.indices.contains(index) else { return nil }
    let path = catalog.pages[index].path
    guard let before = guide.reading.entries[path] else { return nil }
    let (page, extraction, snippets) = read(text, path: path, lastCommit: before)
    let entry = PageMemory.Entry(
      page: page, extraction: extraction, included: Set(snippets.files.values.lazy.map(\.path)),
      includes: !snippets.files.isEmpty || !snippets.failures.isEmpty,
      lastCommit: before.lastCommit)
    let isSame = PageFace(entry) == PageFace(before) && !guide.isIncluded(path)
    guide = guide.replacing(index, by: entry)
    inspection = inspection.editing(index, in: guide, lock: lock, candidates: candidates)
    return isSame ? .onlyItself : .others
  }

  /// A text read as the page at a path in the content folder, which need not be there.
  package func page(_ text: [UInt8], path: String) -> Page {
    read(text, path: path, lastCommit: nil).page
  }

  private func read(
    _ text: [UInt8], path: String, lastCommit entry: PageMemory.Entry?
  ) -> (page: Page, extraction: Extraction?, snippets: SnippetSet) {
    var reader = PatternReader(project.config)
    let snippets = snippets(of: text, path: path)
    let (page, extraction) = reader.read(
      text, path: path, printedPath: project.printed(path), snippets: snippets,
      lastCommit: entry?.lastCommit)
    return (page, extraction, snippets)
  }

  private func snippets(of text: [UInt8], path: String) -> SnippetSet {
    guard project.config.dialect.snippets else { return SnippetSet() }
    return SnippetLoader(guide.sources.reader, project).load(for: text, of: path)
  }

  /// The slots of a page's templates.
  package func slots(in text: [UInt8], path: String) -> [SlotPlace] {
    var reader = PatternReader(project.config)
    return reader.slots(
      text, path: path, printedPath: project.printed(path),
      snippets: snippets(of: text, path: path))
  }

  // MARK: - Findings

  /// Everything that a check would say, in the order of a report.
  package var diagnostics: [Diagnostic] {
    let judged = inspection.judged(
      guide.diagnostics + themeDiagnostics + inspection.findings,
      unchecked: Set(CodeReference.external.map(\.id)))
    guard let brokenConfiguration else { return judged }
    return judged.filter { $0.path != project.configPath } + brokenConfiguration
  }

  /// What is said of a page as it is now.
  /// - Parameter moved: Where a finding stands that was made before the page's last edits; nil
  ///   where that place is gone.
  package func diagnostics(
    ofPage index: Int, moved: (ByteRange) -> ByteRange?
  ) -> [Diagnostic] {
    let page = catalog.pages[index]
    let own = Self.own(index, guide, inspection).filter { $0.path == page.printedPath }
    let others = (fromElsewhere[page.printedPath] ?? []).compactMap { finding -> Diagnostic? in
      guard let range = finding.range else { return finding }
      guard let place = moved(range) else { return nil }
      var finding = finding
      finding.range = place
      return finding
    }
    return inspection.judged(own + others, on: page.printedPath)
  }

  /// What is found by looking at one page.
  private static func own(
    _ index: Int, _ guide: GuideReading, _ inspection: Inspection
  ) -> [Diagnostic] {
    let page = guide.catalog.pages[index]
    return page.diagnostics + PlatformCheck.diagnostics(page, guide.project)
      + inspection.findings(onPage: index) + (guide.extractions[page.path]?.diagnostics ?? [])
  }

  /// Findings about the whole guide, and those that a page causes in a file it includes.
  private static func fromElsewhere(
    _ guide: GuideReading, _ inspection: Inspection
  ) -> [String: [Diagnostic]] {
    var found: [String: [Diagnostic]] = [:]
    for finding in guide.diagnosticsOfGuide + inspection.findingsOfWholeGuide {
      if let path = finding.path { found[path, default: []].append(finding) }
    }
    for (index, page) in guide.catalog.pages.enumerated() {
      for finding in own(index, guide, inspection) {
        guard let path = finding.path, path != page.printedPath else { continue }
        found[path, default: []].append(finding)
      }
    }
    return found
  }

  // MARK: - What is known

  var project: Project { guide.project }

  package var catalog: Catalog { guide.catalog }

  /// What the links of each page mean, in the order of the pages.
  package var links: LinkGraph { inspection.links }

  package func extraction(ofPage index: Int) -> Extraction? {
    guide.extractions[catalog.pages[index].path]
  }

  package var config: SiteConfig { project.config }

  /// The configuration as findings name it; there need be none.
  package var configPath: String { project.configPath }

  /// What a heading's text becomes as an anchor.
  package var slugRule: SlugRule { project.config.slugRule }

  /// A file of the content as findings name it.
  package func printed(_ path: String) -> String { project.printed(path) }

  /// Where a file lies in the content folder; nil for one that lies elsewhere.
  /// - Parameter absolute: Without links.
  package func path(of absolute: String) -> String? { Self.path(absolute, in: realContent) }

  private static func path(_ absolute: String, in content: String?) -> String? {
    guard let content, absolute.hasPrefix(content + "/") else { return nil }
    return String(absolute.dropFirst(content.count + 1))
  }
}
