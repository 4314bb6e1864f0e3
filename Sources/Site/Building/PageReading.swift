import Diagnostics
import FileTree
import Markdown
import Pages
import PatternExtraction
import Patterns

/// All pages of the content, read and rendered.
struct PageReading: Sendable {
  var pages: [Page] = []
  /// What was found on the pages that can have a pattern, by their paths.
  var extractions: [String: Extraction] = [:]
  var diagnostics: [Diagnostic] = []
  var sourceSize = 0
  /// Paths of the pages that could not be read.
  var unreadable: [String] = []

  /// What is in the content and not in the site.
  func absent(from sources: SourceTree, includesDrafts: Bool) -> [String: Catalog.Absence] {
    var absent: [String: Catalog.Absence] = [:]
    for path in sources.excluded { absent[path] = .excluded }
    for path in unreadable { absent[path] = .unreadable }
    for page in pages where page.isDraft && !includesDrafts { absent[page.path] = .draft }
    return absent
  }

  /// A page longer than this is no page; it would take seconds in every browser.
  static let sizeLimit = 16 << 20

  static func all(_ sources: SourceTree, _ project: Project, dates: CommitDates?, jobs: Int) async
    -> PageReading
  {
    let dialect = project.config.dialect
    let snippets = SnippetLoader(sources.reader, project)
    let results = await Workers.map(
      sources.pages.count, jobs: jobs,
      makeWorker: { PatternReader(project.config) },
      { reader, index -> Result<(page: Page, extraction: Extraction?), FileError> in
        let path = sources.pages[index]
        do throws(FileError) {
          let bytes = try sources.reader.read(path, limit: sizeLimit)
          let included = dialect.snippets ? snippets.load(for: bytes, of: path) : SnippetSet()
          return .success(
            reader.read(
              bytes, path: path, printedPath: project.printed(path), snippets: included,
              lastCommit: dates?[path]))
        } catch {
          return .failure(error)
        }
      })
    var reading = PageReading()
    reading.pages.reserveCapacity(results.count)
    for (index, result) in results.enumerated() {
      switch result {
      case .success((let page, let extraction)):
        reading.diagnostics += page.diagnostics
        reading.sourceSize += page.size
        reading.pages.append(page)
        reading.extractions[page.path] = extraction
      case .failure(let error):
        reading.unreadable.append(sources.pages[index])
        reading.diagnostics.append(
          error.diagnostic(path: project.printed(sources.pages[index])))
      }
    }
    return reading
  }
}
