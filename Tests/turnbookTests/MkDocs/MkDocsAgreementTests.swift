import Foundation
import Testing

@Suite("Agreement with mkdocs", .enabled(if: MkDocs.isPresent, MkDocs.absent))
struct MkDocsAgreementTests {
  @Test("a guide has the addresses and anchors that mkdocs gives it", arguments: [true, false])
  func handbook(directoryURLs: Bool) throws {
    let guide = try Guide(Handbook.files(directoryURLs: directoryURLs))
    let comparison = try MkDocs.comparison(of: guide)
    #expect(comparison.onlyTheirs.isEmpty)
    // Tags have pages of their own here.
    #expect(comparison.onlyOurs.allSatisfy { $0.hasPrefix("tags/") })
    // The way back from a footnote leads to the post, never to a list with its beginning.
    let missing = comparison.missing.filter { !$0.contains("#fnref") }
    #expect(missing.isEmpty && comparison.extra.isEmpty)
    #expect(comparison.pages > 15 && comparison.anchors > 30)
  }

  @Test(
    "Material's documentation has the addresses and anchors that mkdocs gives it",
    .enabled(if: Corpus.isPresent, Corpus.absent))
  func material() throws {
    let guide = try Guide()
    try Corpus.copyMaterial(into: guide)
    let comparison = try MkDocs.comparison(of: guide)
    #expect(comparison.onlyTheirs.isEmpty && comparison.onlyOurs.isEmpty)
    #expect(comparison.missing.isEmpty && comparison.extra.isEmpty)
    #expect(comparison.pages == 109 && comparison.anchors > 2000)
  }
}

/// The documentation of Material for MkDocs beside this repository.
private enum Corpus {
  private static let folder = Repository.folder.deletingLastPathComponent()
    .appending(path: "shared/corpora/material-docs")
  static let isPresent = FileManager.default.fileExists(atPath: folder.path)
  static let absent: Comment = "SKIPPED: no ../shared/corpora/material-docs"

  /// Without the parts that are not there: hooks, overrides and a plugin that changes no address.
  static func copyMaterial(into guide: Guide) throws {
    try FileManager.default.copyItem(at: folder.appending(path: "docs"), to: guide.at("docs"))
    let lines = try String(contentsOf: folder.appending(path: "mkdocs.yml"), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let left = lines.filter { line in
      !["hooks:", "  - material/overrides/hooks", "  - minify:", "      minify_html:"]
        .contains { line.hasPrefix($0) }
    }
    let config = left.joined(separator: "\n")
      .replacingOccurrences(of: "custom_dir: material/overrides", with: "custom_dir: overrides")
    try guide.write("mkdocs.yml", config)
    // Pages name templates of those overrides.
    for name in ["home.html", "custom.html", "redirect.html"] {
      try guide.write("overrides/" + name, "{% extends \"main.html\" %}\n")
    }
  }
}
