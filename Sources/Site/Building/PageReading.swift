import Diagnostics
import FileTree
import Markdown
import Pages
import PatternExtraction
import Patterns
import YAML

/// All pages of the content, read and rendered.
struct PageReading: Sendable {
  var pages: [Page] = []
  /// What was found on the pages that can have a pattern, by their paths.
  var extractions: [String: Extraction] = [:]
  /// Why pages could not be read.
  var failures: [Diagnostic] = []
  var sourceSize = 0
  /// Paths of the pages that could not be read.
  var unreadable: [String] = []
  /// Where pages looked for files to include, and the state of what was there.
  var consulted: [String: FileStamp?] = [:]
  /// What each page was made of.
  var entries: [String: PageMemory.Entry] = [:]

  /// What is in the content and not in the site.
  func absent(
    from sources: SourceTree, drafts: PathPatterns, includesDrafts: Bool
  ) -> [String: Catalog.Absence] {
    var absent: [String: Catalog.Absence] = [:]
    for path in sources.excluded { absent[path] = .excluded }
    for path in unreadable + sources.unreadable { absent[path] = .unreadable }
    for page in pages where !includesDrafts && (page.isDraft || drafts.match(page.path)) {
      absent[page.path] = .draft
    }
    return absent
  }

  /// A page longer than this is no page; it would take seconds in every browser.
  static let sizeLimit = 16 << 20

  /// - Parameter known: Pages that need not be read again, by their paths; nil where nobody will
  ///   ask for what is read now.
  static func all(
    _ sources: SourceTree, _ project: Project, dates: CommitDates?,
    known: [String: PageMemory.Entry]? = nil, jobs: Int
  ) async -> PageReading {
    let snippets = SnippetLoader(sources.reader, project)
    let results = await Workers.map(
      sources.pages.count, jobs: jobs,
      makeWorker: { PatternReader(project.config) },
      { reader, index -> Result<PageMemory.Entry, FileError> in
        let path = sources.pages[index]
        if let entry = known?[path], entry.lastCommit == dates?[path] { return .success(entry) }
        do throws(FileError) {
          return .success(
            try reader.entry(
              of: path, sources.reader, snippets, project, lastCommit: dates?[path]))
        } catch {
          return .failure(error)
        }
      })
    var reading = PageReading()
    reading.consulted = snippets.consulted
    reading.failures = snippets.diagnostics
    reading.pages.reserveCapacity(results.count)
    for (index, result) in results.enumerated() {
      switch result {
      case .success(let entry):
        let page = entry.page
        reading.sourceSize += page.size
        reading.pages.append(page)
        reading.extractions[page.path] = entry.extraction
        if known != nil { reading.entries[page.path] = entry }
      case .failure(let error):
        reading.unreadable.append(sources.pages[index])
        reading.failures.append(
          error.diagnostic(path: project.printed(sources.pages[index])))
      }
    }
    return reading
  }

  /// The same with one page in another state.
  func replacing(_ path: String, by entry: PageMemory.Entry) -> PageReading {
    var reading = self
    guard let place = reading.pages.firstIndex(where: { $0.path == path }) else { return self }
    reading.sourceSize += entry.page.size - reading.pages[place].size
    reading.pages[place] = entry.page
    reading.extractions[path] = entry.extraction
    reading.entries[path] = entry
    return reading
  }
}

extension PatternReader {
  /// Reads one page of the content with all that it includes.
  mutating func entry(
    of path: String, _ reader: FileReader, _ snippets: SnippetLoader, _ project: Project,
    lastCommit: YAMLDate?
  ) throws(FileError) -> PageMemory.Entry {
    let bytes = snippets.completed(try reader.read(path, limit: PageReading.sizeLimit))
    let set = project.config.dialect.snippets ? snippets.load(for: bytes, of: path) : SnippetSet()
    let (page, extraction) = read(
      bytes, path: path, printedPath: project.printed(path), snippets: set, lastCommit: lastCommit)
    return PageMemory.Entry(
      page: page, extraction: extraction, included: Set(set.files.values.lazy.map(\.path)),
      includes: !set.files.isEmpty || !set.failures.isEmpty, lastCommit: lastCommit)
  }
}
