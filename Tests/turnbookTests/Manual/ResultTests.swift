import Foundation
import Testing

/// Below a piece of source, `writing-pages.md` shows what it becomes. So the page holds, behind each
/// block, what a page with nothing but that block holds.
@Suite("The results beside the samples of Writing pages")
struct ResultTests {
  private static let page = "manual/writing-pages.md"

  /// The beginnings of blocks that show no result, and why.
  private static let withoutResult = [
    "> **Platforms:**": "the line belongs below the title",
    "<!-- --8<-- [start:": "it is a part of the file that is included",
  ]

  /// The guide's manual and reference, with a page for each sample.
  private static func guide(_ samples: [Sample]) throws -> Guide {
    let guide = try Guide(["turnbook.yml": "name: The guide\n", "content/index.md": "# Home\n"])
    for path in ["manual", "_parts", "reference/commands.md"] {
      let place = guide.at("content/" + path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: Repository.folder.appending(path: "content/" + path), to: place)
    }
    for sample in samples {
      try guide.write(
        "content/manual/sample-\(sample.line).md", "# A sample\n\n" + sample.source)
    }
    try guide.run("build")
    return guide
  }

  /// The HTML of a page's text, below its title.
  private static func body(of path: String, in guide: Guide) throws -> String {
    let html = try #require(guide.text("site/\(path.dropLast(".md".count))/index.html"), "\(path)")
    let body = try #require(
      html.firstMatch(of: /<article.*?<\/h1>\n(.*)<\/article>/.dotMatchesNewlines()))
    return body.output.1.trimmingCharacters(in: .newlines)
  }

  @Test("are what the samples become")
  func results() throws {
    let page = try ManualPage(Self.page)
    let fragments = page.samples.filter { sample in
      SampleKind(sample) == .fragment
        && !Self.withoutResult.keys.contains { sample.text.hasPrefix($0) }
    }
    #expect(fragments.count >= 20)
    let guide = try Self.guide(fragments)
    let html = try Self.body(of: Self.page, in: guide)
    let blocks = html.ranges(of: "</code></pre></div>\n")
    try #require(blocks.count == page.samples.count)
    for (block, sample) in zip(blocks, page.samples)
    where fragments.contains(where: { $0.line == sample.line }) {
      let alone = try Self.body(of: "manual/sample-\(sample.line).md", in: guide)
      let parts = alone.split(separator: "<div class=\"footnotes\"", maxSplits: 1)
      let result = try #require(parts.first, sample.place)
      #expect(
        html[block.upperBound...].hasPrefix(result),
        "\(sample.place) becomes\n\(result)\n\(html[block.upperBound...].prefix(result.count))")
      for footnotes in parts.dropFirst() { #expect(html.contains(footnotes), sample.place) }
    }
  }

  @Test("a part of a file that is shown is that file's")
  func includedFile() throws {
    let samples = try ManualPage(Self.page).samples.filter { $0.text.contains("[start:") }
    let file = try Repository.text("content/_parts/house-rules.md")
    #expect(samples.count == 1)
    for sample in samples { #expect(file.contains(sample.text), sample.place) }
  }

  @Test("the program finds the same blocks on each page as these tests do")
  func count() throws {
    let guide = try Self.guide([])
    for page in ManualPage.all where page.path != "reference/configuration.md" {
      guard guide.has("content/" + page.path) else { continue }
      let html = try Self.body(of: page.path, in: guide)
      let drawn = html.ranges(of: "<figure class=\"diagram\"").count
      #expect(html.ranges(of: "<pre>").count + drawn == page.samples.count, "\(page.path)")
    }
  }
}
