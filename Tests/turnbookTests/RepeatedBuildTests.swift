import Foundation
import Testing

@Suite("Building again")
struct RepeatedBuildTests {
  /// Pages enough that all workers get some.
  private static func guide(_ pages: Int = 60) throws -> Guide {
    let guide = try Guide([
      "turnbook.yml": "url: https://example.org/\n", "content/index.md": "# Home\n",
    ])
    for page in 0..<pages {
      let next = "page-\((page + 1) % pages).md"
      try guide.write(
        "content/part-\(page % 4)/page-\(page).md",
        "---\ndate: 2025-01-0\(page % 9 + 1)\n---\n\n# Page \(page)\n\n"
          + "[next](../part-\((page + 1) % pages % 4)/\(next)) [gone](gone-\(page).md)\n\n"
          + "```swift\nlet page = \(page)\n```\n")
    }
    return guide
  }

  @Test("one worker and several make the same site and the same report")
  func jobs() throws {
    let guide = try Self.guide()
    let one = try guide.run("build", "--jobs", "1", "--output", "one")
    let many = try guide.run("build", "--jobs", "4", "--output", "many")
    #expect(try guide.tree("one") == guide.tree("many"))
    #expect(try guide.tree("one").count > 60)
    #expect(one.findings == many.findings)
    #expect(one.findings.count == 60)
  }

  @Test("the same input gives the same bytes, and files that are the same are not written again")
  func twice() throws {
    let guide = try Self.guide(12)
    try guide.run("build")
    let first = try guide.tree()
    let inodes = try first.keys.sorted().map { try guide.inode("site/" + $0) }
    try guide.run("build")
    #expect(try guide.tree() == first)
    #expect(try first.keys.sorted().map { try guide.inode("site/" + $0) } == inodes)
  }

  @Test("a page that is gone from the content is gone from the site; what others put there stays")
  func removed() throws {
    let guide = try Guide(["content/index.md": "# Home\n", "content/a/b.md": "# B\n"])
    try guide.run("build")
    try guide.write("site/CNAME", "example.org")
    try guide.write("site/a/notes.txt", "mine")
    try guide.remove("content/a/b.md")
    #expect(try guide.run("build").status == 0)
    #expect(!guide.has("site/a/b"))
    #expect(guide.text("site/CNAME") == "example.org")
    #expect(guide.text("site/a/notes.txt") == "mine")
  }

  @Test("an output folder that a build did not make is not written over")
  func foreign() throws {
    let guide = try Guide(["content/index.md": "# Home\n", "site/index.html": "mine"])
    let run = try guide.run("build")
    #expect(run.status != 0)
    #expect(guide.text("site/index.html") == "mine")
  }

  @Test(
    "an output that holds the sources is refused",
    arguments: [".", "..", "content", "/"])
  func refused(output: String) throws {
    let guide = try Guide(["content/index.md": "# Home\n"])
    let run = try guide.run("build", "--output", output)
    #expect(run.status == 2)
    #expect(guide.text("content/index.md") == "# Home\n")
    #expect(!guide.has("index.html") && !guide.has("content/index.html"))
  }
}
