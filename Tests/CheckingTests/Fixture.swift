import ByteText
import Diagnostics
import Links
import Markdown
import Pages

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

  var catalog: Catalog {
    var parser = PageParser(dialect: Dialect(), slugRule: .mkdocs)
    var included = SnippetSet()
    for (path, text) in snippets {
      included.files[path] = SnippetSet.File(path: path, bytes: Array(text.utf8))
    }
    return Catalog(
      pages: pages.sorted { $0.key < $1.key }.map {
        parser.parse(
          Array($0.value.utf8), path: $0.key, printedPath: $0.key, snippets: included)
      },
      files: files, directoryURLs: directoryURLs, absent: absent, generated: generated)
  }

  /// Everything that is found and wanted, in the order of a report.
  var findings: [Diagnostic] {
    let catalog = catalog
    let resolver = Resolver(catalog)
    let links = LinkGraph(
      catalog.pages.indices.map { PageLinks(of: $0, in: catalog, with: resolver) })
    let checker = Checker(
      Guide(catalog: catalog, links: links, facts: facts, settings: settings))
    let found =
      catalog.pages.flatMap(\.diagnostics) + catalog.diagnostics
      + catalog.pages.indices.flatMap { checker.findings(onPage: $0) } + checker.findingsOfGuide
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
