import ByteText
import Diagnostics
import Markdown
import Testing

@testable import Pages

@Suite("The catalog")
struct CatalogTests {
  private func catalog(
    _ pages: [String: String], files: [String] = [], directoryURLs: Bool = true
  ) -> Catalog {
    var parser = PageParser(dialect: Dialect(), slugRule: .mkdocs)
    return Catalog(
      pages: pages.sorted { $0.key < $1.key }.map {
        parser.parse(Array($0.value.utf8), path: $0.key, printedPath: $0.key)
      },
      files: files, directoryURLs: directoryURLs)
  }

  @Test("finds a page by its source and by its URL, byte for byte")
  func lookUp() {
    let catalog = catalog(["a/b.md": "", "caf\u{E9}.md": ""])
    #expect(catalog.page(atPath: Array("a/b.md".utf8)) == 0)
    #expect(catalog.page(atURL: Array("a/b/".utf8)) == 0)
    #expect(catalog.page(atPath: Array("A/b.md".utf8)) == nil)
    // The same word with a combining accent is another name on disk.
    #expect(catalog.page(atPath: Array("caf\u{E9}.md".utf8)) == 1)
    #expect(catalog.page(atPath: Array("cafe\u{301}.md".utf8)) == nil)
  }

  @Test(
    "two sources of one output are an error that names both",
    arguments: [
      (["a.md": "", "a/index.md": ""], [], true, "a.md", "a/index.md"),
      (["a.md": "---\nslug: b\n---\n", "b.md": ""], [], true, "a.md", "b.md"),
      (["a.md": "", "a.markdown": ""], [], true, "a.markdown", "a.md"),
      (["a.md": ""], ["a/index.html"], true, "a/index.html", "a.md"),
      (["a.md": ""], ["a.html"], false, "a.html", "a.md"),
    ] as [([String: String], [String], Bool, String, String)])
  func twice(
    pages: [String: String], files: [String], directoryURLs: Bool, first: String, second: String
  ) {
    let found = catalog(pages, files: files, directoryURLs: directoryURLs).diagnostics
    #expect(found.map(\.code) == [.outputTwice])
    #expect(found.first?.severity == .error)
    #expect(found.first?.path == second)
    #expect(found.first?.message.contains(first) == true)
  }

  @Test("an index wins over a README, which is a warning; links to it lead to the index")
  func readme() {
    let catalog = catalog(["a/README.md": "# Read", "a/index.md": "# Index", "b/README.md": ""])
    #expect(catalog.diagnostics.map(\.code) == [.indexAndReadme])
    #expect(catalog.diagnostics.first?.severity == .warning)
    #expect(catalog.pages.map(\.path) == ["a/index.md", "b/README.md"])
    #expect(catalog.urls == ["a/", "b/"])
    #expect(catalog.page(atPath: Array("a/README.md".utf8)) == 0)
  }

  @Test("knows every anchor of a page")
  func anchors() {
    let catalog = catalog(["a.md": "# Über\n\n<i id=\"raw\"></i>\n\n# Über\n"])
    for anchor in ["uber", "uber_1", "raw"] { #expect(catalog.hasAnchor(anchor, onPage: 0)) }
    #expect(!catalog.hasAnchor("uber_2", onPage: 0))
  }
}
