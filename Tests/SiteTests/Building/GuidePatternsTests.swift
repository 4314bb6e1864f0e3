import Foundation
import Patterns
import Testing

@testable import Site

@Suite("The patterns of a guide")
struct GuidePatternsTests {
  private static func patterns(
    _ files: [String: String], configuration: String = "name: G\n"
  ) async throws -> [Pattern] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "g-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files.merging(["../turnbook.yml": configuration], uniquingKeysWith: { $1 })
    {
      let file = folder.appending(path: "content/" + path).standardizedFileURL
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    var options = BuildOptions()
    options.folder = folder.path
    var clock = StageClock()
    let guide = try await GuideReading(try Project(options), options, &clock)
    return await Inspection(guide, lock: nil, jobs: 2).patterns.all
  }

  private static let section = "## The Pattern\n\n```text\n{x}\n```\n"

  @Test("know their addresses, their source and their platforms")
  func addresses() async throws {
    let text = "---\nplatforms: [big, other]\ntags: [t]\n---\n# A\n\n\(Self.section)"
    let pattern = try #require(
      try await Self.patterns(
        ["tech/one.md": text, "index.md": "# Home\n"],
        configuration: """
          name: G
          language: de
          platforms:
            big: {name: Big one, window: 1000}
            other: {name: other}
          """
      ).first)
    #expect(pattern.id == "one" && pattern.language == "de" && pattern.tags == ["t"])
    #expect(pattern.url == "tech/one/" && pattern.markdownURL == "tech/one/index.md")
    #expect(pattern.source.path == "tech/one.md" && pattern.source.sha256.count == 64)
    #expect(
      pattern.platforms == [
        Pattern.Platform(id: "big", name: "Big one", window: 1000),
        Pattern.Platform(id: "other", name: "other", window: nil),
      ])
  }

  @Test("name what their related links lead to, and techniques by their ids")
  func related() async throws {
    let page = """
      ---
      related: [{page: three.md, note: also}]
      ---
      # A

      \(Self.section)
      ## Related Techniques

      - [Two](../other/two.md#part) — why
      - [Plain](../index.md)
      - [Gone](gone.md)
      - [Web](https://example.org/)
      """
    let pattern = try #require(
      try await Self.patterns([
        "tech/one.md": page, "index.md": "# Home\n", "tech/three.md": "# Three\n",
        "other/two.md": "---\nid: second\n---\n# B\n\n\(Self.section)",
      ]).last)
    #expect(pattern.id == "one")
    #expect(
      pattern.related == [
        Pattern.Related(id: "second", href: "other/two/#part", title: "Two", note: "why"),
        Pattern.Related(id: nil, href: "", title: "Plain", note: nil),
        Pattern.Related(id: nil, href: "gone.md", title: "Gone", note: nil),
        Pattern.Related(id: nil, href: "https://example.org/", title: "Web", note: nil),
        Pattern.Related(id: nil, href: "tech/three/", title: "Three", note: "also"),
      ])
  }

  @Test("come in the order of the pages, each with an id of its own")
  func ids() async throws {
    let page = "# A\n\n\(Self.section)"
    let patterns = try await Self.patterns(["b/p.md": page, "a/p.md": page, "a/q.md": page])
    #expect(patterns.map(\.id) == ["p", "q", "p-2"])
    #expect(patterns.map(\.url) == ["a/p/", "a/q/", "b/p/"])
  }
}
