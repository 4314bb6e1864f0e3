import Checking
import Diagnostics
import FileTree
import Markdown
import Pages

/// All that is known of a guide at one moment.
struct LiveState: Sendable {
  private(set) var guide: GuideReading
  private(set) var inspection: Inspection
  let theme: SiteTheme
  private let lock: PublishedLock?
  /// What is told of the pages; nil where comments have a say in it.
  private var told: ToldFindings?
  /// What only rendering with the guide's own templates shows, and what the machine lacks.
  private let rendering: [Diagnostic]
  /// The content folder, all links followed; nil where it is gone.
  private let realContent: String?

  /// Reads a guide; what is as it was is taken from the state before.
  init(
    _ options: BuildOptions, after before: LiveState?, changed: Set<String>?
  ) async throws(BuildFailure) {
    let project = try Project(options)
    let content = Discovery.realPath(of: project.content)
    realContent = content
    var clock = StageClock()
    let empty = PageMemory.none(project)
    guide = try await GuideReading(
      project, options, &clock, memory: before?.guide.memory ?? empty,
      changed: changed.map { changed in
        Set(changed.map { Self.path($0, in: content) ?? $0 })
      })
    lock = try project.lock()
    inspection = await Inspection(guide, lock: lock, jobs: project.jobs)
    theme = try SiteTheme(project)
    let site = Site(guide: guide, inspection: inspection, theme: theme)
    let places = Set(theme.diagnostics.map(FindingPlace.init))
    let shown =
      guide.hasTemplates
      ? await site.write(to: nil, jobs: project.jobs).diagnostics
        .filter { !places.contains(FindingPlace($0)) } : []
    rendering = shown + CardFindings.ofMachine(project)
    told = ToldFindings(guide, inspection)
  }

  var site: Site { Site(guide: guide, inspection: inspection, theme: theme) }

  var diagnostics: [Diagnostic] {
    guard let told else {
      return inspection.told(
        guide.diagnostics + theme.diagnostics + inspection.findings + rendering)
    }
    let others = guide.diagnosticsOfGuide + theme.diagnostics + inspection.otherFindings
    return Inspection.merged(told.all + inspection.toldAlone(others + rendering))
  }

  /// The state after nothing but the text of some pages has changed, and the files of the site that
  /// look otherwise. Nil where more depends on the changes.
  func replacing(
    _ changed: Set<String>, _ options: BuildOptions
  ) -> (state: LiveState, files: Set<String>)? {
    var state = self
    var files: Set<String> = []
    let project = guide.project
    var reader = PatternReader(project.config)
    let snippets = SnippetLoader(guide.sources.reader, project)
    for absolute in changed {
      guard let path = Self.path(absolute, in: realContent),
        let index = guide.catalog.page(atPath: Array(path.utf8)),
        guide.catalog.pages[index].path == path,
        let before = guide.reading.entries[path],
        !guide.isIncluded(path),
        let entry = try? reader.entry(
          of: path, guide.sources.reader, snippets, project, lastCommit: before.lastCommit),
        PageFace(entry) == PageFace(before)
      else { return nil }
      state.guide = state.guide.replacing(index, by: entry)
      guard let inspection = state.inspection.replacing(index, in: state.guide, lock: lock) else {
        return nil
      }
      state.inspection = inspection
      if inspection.hasComments {
        state.told = nil
      } else {
        state.told?.replace(index, state.guide, inspection)
      }
      files.insert(PagePath.outputFile(of: guide.catalog.urls[index]))
    }
    return files.isEmpty ? nil : (state, files)
  }

  /// What a browser must do that shows the site of the state before.
  func change(since before: LiveState?) -> LiveUpdate.Change {
    guard let before else { return .everything }
    let pages = guide.catalog.pages
    let old = before.guide.catalog.pages
    let isSame =
      pages.count == old.count && zip(pages, old).allSatisfy(Self.looksAlike)
      && guide.project.config == before.guide.project.config
      && guide.sources.stamps == before.guide.sources.stamps
      && theme.templateHash == before.theme.templateHash
    guard isSame else { return .everything }
    func scripts(_ theme: SiteTheme) -> [String] {
      theme.assets.map(\.path).filter { !$0.hasSuffix(".css") }
    }
    guard scripts(theme) == scripts(before.theme) else { return .everything }
    return theme.assets.map(\.path) == before.theme.assets.map(\.path) ? .nothing : .styles
  }

  /// Whether a page whose source is as it was looks as it did: what it includes may have changed.
  private static func looksAlike(_ page: Page, _ old: Page) -> Bool {
    page === old
      || page.body.html == old.body.html
        && page.body.links.map(\.destination) == old.body.links.map(\.destination)
  }

  var watched: [String] {
    let project = guide.project
    let others = project.config.watch.map { Project.joined(project.folder, $0) }
    // Files outside of the content folder that pages include.
    let included = guide.reading.entries.values.reduce(into: Set<String>()) {
      $0.formUnion($1.included)
    }
    return Self.watched(folder: project.folder)
      + ([project.content, project.templates] + project.inherited + others + included.sorted())
      .map(Self.absolute)
  }

  /// The files in a guide's folder that say how it is built.
  static func watched(folder: String) -> [String] {
    Project.files.map {
      absolute(Project.joined(folder, $0))
    }
  }

  /// The path of something that need not be there.
  private static func absolute(_ path: String) -> String {
    if let real = Discovery.realPath(of: path) { return real }
    guard let slash = path.lastIndex(of: "/") else {
      return Project.joined(Discovery.realPath(of: ".") ?? "", path)
    }
    let parent = slash == path.startIndex ? "/" : String(path[..<slash])
    return Project.joined(absolute(parent), String(path[path.index(after: slash)...]))
  }

  /// A path seen from the content folder; nil for one that lies elsewhere.
  private static func path(_ absolute: String, in content: String?) -> String? {
    guard let content, absolute.hasPrefix(content + "/") else { return nil }
    return String(absolute.dropFirst(content.count + 1))
  }
}
