import ByteText
import Diagnostics
import Links
import Markdown
import Pages
import PatternExtraction
import Patterns

@testable import Checking

/// A guide in memory, checked as the program checks one on disk. Beside the pages that a test gives
/// it has a few that are right, for links to lead to.
struct Fixture {
  var pages: [String: String] = [
    "index.md": "# Home\n",
    "few-shot.md": """
    # Few-shot prompting

    ## When to use it

    ## Über uns

    ## Own {#mine}

    <a id="raw"></a> <a name="old"></a> Text.[^1]

    [^1]: A note.

    === "Tab"
        Text.
    """,
    "guide/setup.md": "# Setting up\n",
    "plan/index.md": "# Plan\n",
    "Ünder score.md": "# Under\n",
  ]
  /// Texts that pages include, by their paths.
  var snippets: [String: String] = [:]
  var files = ["turns.png", "files/report.pdf", "my file.pdf"]
  var absent: [String: Catalog.Absence] = ["draft.md": .draft, "secret.md": .excluded]
  var generated = ["feed.xml"]
  var directoryURLs = true
  var facts = SiteFacts()
  var settings = CheckSettings()

  init(_ page: String = "", at path: String = "page.md") {
    pages[path] = page
  }

  var names = SectionNames()

  var catalog: Catalog { read().catalog }

  var patterns: [Pattern] { read().techniques.patterns }

  /// The pages, and what was found on them.
  private func read() -> (catalog: Catalog, techniques: Techniques) {
    var parser = PageParser(
      dialect: Dialect(), slugRule: .mkdocs,
      outlines: OutlineWish(headingWords: names.headingWords))
    let builder = PatternBuilder(names: names)
    var techniques = Techniques(names: names)
    var included = SnippetSet()
    for (path, text) in snippets {
      included.files[path] = SnippetSet.File(path: path, bytes: Array(text.utf8))
    }
    var parsed: [Page] = []
    for (path, text) in pages.sorted(by: { $0.key < $1.key }) {
      let bytes = Array(text.utf8)
      let page = parser.parse(bytes, path: path, printedPath: path, snippets: included)
      parsed.append(page)
      guard let outline = parser.outline else { continue }
      let extraction = builder.extract(
        page, outline: outline, spans: SpanTable(path: path, lines: LineTable(bytes)))
      techniques.extractions[path] = extraction
      if let pattern = extraction.pattern { techniques.patterns.append(pattern) }
    }
    let catalog = Catalog(
      pages: parsed, files: files, directoryURLs: directoryURLs, absent: absent,
      generated: generated)
    return (catalog, techniques)
  }

  /// Everything that is found and wanted, in the order of a report.
  var findings: [Diagnostic] {
    let (catalog, techniques) = read()
    let resolver = Resolver(catalog)
    let links = LinkGraph(
      catalog.pages.indices.map { PageLinks(of: $0, in: catalog, with: resolver) })
    let checker = Checker(
      Guide(
        catalog: catalog, links: links, facts: facts, settings: settings, techniques: techniques))
    let found =
      catalog.pages.flatMap(\.diagnostics) + catalog.diagnostics
      + (0..<checker.workCount).flatMap { checker.findings(ofWork: $0) } + checker.findingsOfLock
    let heard = IgnoreComments(
      catalog.pages.flatMap(\.body.ignores), over: found, knownCodes: RuleTable.codes.map(\.id)
    ).diagnostics
    return Set(SeverityPolicy(settings, content: ".").apply(heard)).sorted()
  }

  /// The findings on one page but for those about its style, which many short examples would have.
  /// - Parameter code: one that is wanted even so.
  func findings(on path: String = "page.md", besides code: String? = nil) -> [Diagnostic] {
    findings.filter {
      $0.path == path && ($0.code.id == code || !Self.style.contains($0.code.id))
    }
  }

  private static let style: Set<String> = ["TB-M022", "TB-M021", "TB-S025"]
}

extension Fixture {
  /// The texts that the safe fixes of a page's findings make of it.
  func mended(_ path: String = "page.md") -> String {
    var bytes = Array((pages[path] ?? "").utf8)
    let edits = findings.compactMap(\.fix).filter(\.isSafe).flatMap(\.edits)
      .filter { $0.path == path }
    for edit in Set(edits).sorted(by: { $0.range.start > $1.range.start }) {
      bytes.replaceSubrange(edit.range.indices, with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
