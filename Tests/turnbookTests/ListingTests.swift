import Testing

@Suite("Pages that list others")
struct ListingTests {
  private static func technique(_ title: String, _ front: String) -> String {
    "---\n\(front)\n---\n\n# \(title)\n\n## The Pattern\n\n```text\nTurn 1: {x}\nTurn N: {y}\n```\n"
  }

  private static let files = [
    "content/index.md": "# Home\n\n[all](patterns/index.html) [tags](tags/index.html)\n",
    "content/t/b.md": technique("Beta & co", "tags: [Plan, über]\nplatforms: [one]"),
    "content/t/a.md": technique("alpha", "tags: [plan]\ndescription: First."),
    "content/note.md": "---\ntags: [plan, C++, C]\n---\n# Note\n\n[x](patterns/b.json)\n",
    "turnbook.yml": "name: G\nplatforms: {one: {name: One & only}}\n",
  ]

  @Test("are made for all techniques, all tags, and each tag; links to them are right")
  func made() throws {
    let guide = try Guide(Self.files)
    let run = try guide.run("build")
    #expect(run.status == 0, "\(run.errors)")
    let all = try #require(guide.text("site/patterns/index.html"))
    let first = try #require(all.firstRange(of: "<a href=\"../t/a/\">alpha</a>"))
    let second = try #require(all.firstRange(of: "<a href=\"../t/b/\">Beta &amp; co</a>"))
    #expect(first.lowerBound < second.lowerBound)
    #expect(all.contains("<span>1+ turns</span>") && all.contains("<option>plan</option>"))
    #expect(all.contains("<option value=\"one\">One &amp; only</option>"))
    let tags = try #require(guide.text("site/tags/index.html"))
    for tag in ["plan/\">plan</a> <span>3<", "c/\">C++</a> <span>1<", "c-2/\">C</a> <span>1<"] {
      #expect(tags.contains(tag), "\(tag)")
    }
    let plan = try #require(guide.text("site/tags/plan/index.html"))
    #expect(plan.ranges(of: "<li>\n<a").count == 3 && plan.contains("<h1>plan</h1>"))
    let page = try #require(guide.text("site/t/a/index.html"))
    #expect(page.contains("<a href=\"../../tags/plan/\">plan</a>"))
    #expect(try PublishedLinks(in: guide).dead == [])
  }

  @Test("are files with a name where addresses have one")
  func files() throws {
    let guide = try Guide(Self.files)
    try guide.write("turnbook.yml", "name: G\ndirectory_urls: false\nplatforms: [one]\n")
    #expect(try guide.run("build").status == 0)
    #expect(guide.text("site/tags/plan/index.html")?.contains("../../t/a.html") == true)
    #expect(try PublishedLinks(in: guide).dead == [])
  }

  @Test("give way to pages and files that an author puts there")
  func own() throws {
    let guide = try Guide(Self.files)
    try guide.write("content/patterns/index.md", "# Mine\n")
    try guide.write("content/tags/plan/index.html", "<p>mine too</p>")
    #expect(try guide.run("build").status == 0)
    #expect(guide.text("site/patterns/index.html")?.contains("Mine</") == true)
    #expect(guide.text("site/tags/plan/index.html") == "<p>mine too</p>")
    #expect(guide.has("site/tags/index.html"))
  }

  @Test("are none where there is nothing to list")
  func none() throws {
    let guide = try Guide(["content/index.md": "# Home\n", "turnbook.yml": "name: G\n"])
    #expect(try guide.run("build").status == 0)
    #expect(!guide.has("site/patterns") && !guide.has("site/tags"))
    #expect(guide.text("site/index.html")?.contains("listings") == false)
  }
}
