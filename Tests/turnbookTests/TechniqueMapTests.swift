import Foundation
import Testing

@Suite("The map of the techniques")
struct TechniqueMapTests {
  private static func technique(
    _ title: String, _ related: [String], front: String = "platforms: [one]"
  ) -> String {
    let links = related.map { "- [\($0)](\($0).md)\n" }.joined()
    return "---\n\(front)\n---\n\n# \(title)\n\n## The Pattern\n\n```text\n{x}\n```\n"
      + (related.isEmpty ? "" : "\n## Related Techniques\n\n\(links)")
  }

  private static let demandNothing = "check: {rules: {TB-P001: off, TB-P003: off, TB-P006: off}}\n"

  private static let files = [
    "content/index.md": "# Home\n\n[map](patterns/map/index.html)\n",
    "content/t/a.md": technique("Alpha & co", ["b", "c"]),
    "content/t/b.md": technique("Beta", ["a", "c"]),
    "content/t/c.md": technique("Gamma", [], front: "platforms: [two]"),
    "content/t/lone.md": technique("Lonely", []),
    "content/uses/u.md":
      "---\nkind: use-case\n---\n\n# Use\n\n[first](../t/a.md) [then](../t/b.md)\n",
    "turnbook.yml":
      "name: G\nplatforms: {one: {name: One & only}, two: {name: Two}}\n" + demandNothing,
  ]

  @Test("joins what is related, once, with use cases, and tells all of it as a list")
  func made() throws {
    let guide = try Guide(Self.files)
    let run = try guide.run("build", "--strict")
    #expect(run.status == 0, "\(run.errors)")
    let map = try #require(guide.text("site/patterns/map/index.html"))
    let drawing = try #require(map.firstMatch(of: /(?s)<svg class="map".*?<\/svg>/)).output
    #expect(drawing.ranges(of: "<a class=").count == 4, "Lonely is related to nothing")
    // a–b once, a→c, b→c, and two of the use case.
    #expect(drawing.ranges(of: "data-e=").count == 5)
    #expect(drawing.ranges(of: "stroke-dasharray").count == 4)
    #expect(drawing.contains(" id=\"technique:a\" href=\"../../t/a/\" data-marks=\"one\">"))
    #expect(drawing.contains(">Alpha &amp; co</tspan>") && drawing.contains("map-use"))
    #expect(map.contains("<option value=\"one\">One &amp; only</option>"))
    let list = map[drawing.endIndex...]
    #expect(
      list.contains(
        "<li data-id=\"c\"><a href=\"../../t/c/\">Gamma</a> <span>is named by</span> "
          + "<a href=\"../../t/a/\">Alpha &amp; co</a> <a href=\"../../t/b/\">Beta</a> </li>"))
    #expect(list.contains("<h3>T</h3>") && list.contains("<h3>Uses</h3>"))
    #expect(!map.contains(" style="))
    #expect(try PublishedLinks(in: guide).dead == [])
    #expect(
      guide.text("site/patterns/index.html")?.contains("<a href=\"../patterns/map/\">") == true)
  }

  @Test("has on each page what is around it, in both directions, below the list of it")
  func around() throws {
    let guide = try Guide(Self.files)
    try guide.run("build")
    let page = try #require(guide.text("site/t/a/index.html"))
    let list = try #require(page.firstRange(of: "<ul class=\"related\">"))
    let drawing = try #require(
      page.firstMatch(of: /(?s)<figure class="diagram around">.*?<\/figure>/))
    #expect(list.lowerBound < drawing.range.lowerBound)
    for href in ["../b/", "../c/", "../../uses/u/"] {
      #expect(drawing.output.contains("<a href=\"\(href)\">"), "\(href)")
    }
    #expect(drawing.output.contains("href=\"../../patterns/map/#technique:a\""))
    // Gamma names nothing and has no such list; two pages name it.
    #expect(guide.text("site/t/c/index.html")?.contains("around\">") == true)
    #expect(guide.text("site/t/lone/index.html")?.contains("around\">") == false)
  }

  @Test("changes with a title or a relation, and a build after others is one from nothing")
  func changes() throws {
    let guide = try Guide(Self.files)
    try guide.run("build")
    let steps = [
      ("content/t/b.md", Self.technique("Another title", ["a", "c"])),
      ("content/t/lone.md", Self.technique("Lonely", ["a"])),
      ("content/t/a.md", Self.technique("Alpha & co", [])),
      ("content/t/b.md", Self.technique("Another title", [])),
      ("content/t/lone.md", Self.technique("Lonely", [])),
    ]
    for (number, step) in steps.enumerated() {
      try guide.write(step.0, step.1)
      // Pages may link to the map as long as there is one.
      let run = try guide.run("build")
      #expect(run.status == 0 || number >= 2, "\(run.errors)")
      try guide.run("build", "--fresh", "--output", "clean-\(number)")
      #expect(try guide.tree() == guide.tree("clean-\(number)"))
      let page = guide.text("site/patterns/map/index.html")
      switch number {
      case 0: #expect(page?.contains(">Another title</tspan>") == true)
      case 1: #expect(page?.contains(">Lonely</tspan>") == true)
      case 4: #expect(page == nil, "nothing is related any more")
      default: #expect(page != nil)
      }
    }
  }

  @Test("can be switched off, and is not there for guides without related techniques")
  func off() throws {
    let guide = try Guide(Self.files)
    try guide.write("content/index.md", "# Home\n")
    try guide.write(
      "turnbook.yml", "name: G\nplatforms: [one, two]\ntechnique_map: false\n" + Self.demandNothing)
    #expect(try guide.run("build", "--strict").status == 0)
    #expect(!guide.has("site/patterns/map"))
    let text = try guide.tree().filter { $0.key.hasSuffix(".html") }.values
      .map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(!text.contains("around\">") && !text.contains("patterns/map"))
    let alone = try Guide([
      "content/index.md": "# Home\n", "content/a.md": Self.technique("A", []),
      "content/b.md": Self.technique("B", []),
    ])
    #expect(try alone.run("build").status == 0)
    #expect(alone.has("site/patterns/index.html") && !alone.has("site/patterns/map"))
  }

  @Test("gives way to a page that an author puts there, and stands in a file where pages do")
  func own() throws {
    let guide = try Guide(Self.files)
    try guide.write("content/patterns/map.md", "# Mine\n")
    try guide.run("build")
    #expect(guide.text("site/patterns/map/index.html")?.contains("Mine</") == true)
    try guide.remove("content/patterns/map.md")
    try guide.write("turnbook.yml", "name: G\nplatforms: [one, two]\ndirectory_urls: false\n")
    #expect(try guide.run("build").status == 0)
    #expect(guide.text("site/patterns/map/index.html")?.contains("\"../../t/a.html\"") == true)
    #expect(guide.text("site/t/a.html")?.contains("../patterns/map/index.html#technique:a") == true)
    #expect(try PublishedLinks(in: guide).dead == [])
  }

  @Test(
    "shows of a large guide those with the most relations, and says so", arguments: [300, 3000])
  func large(count: Int) throws {
    let guide = try Guide(["content/index.md": "# Home\n", "turnbook.yml": "name: G\n"])
    for number in 0..<count {
      let related = [1, 2, number % 10 + 3, number / 2].map { "p\((number * 7 + $0) % count)" }
      try guide.write(
        "content/t/p\(number).md", Self.technique("Page \(number)", related, front: "tags: [x]"))
    }
    #expect(try guide.run("build").status == 0)
    let map = try #require(guide.text("site/patterns/map/index.html"))
    #expect(map.ranges(of: "<a class=\"d").count == 150)
    #expect(map.contains("Shown are the 150 pages with the most relations."))
    #expect(map.utf8.count < 400_000)
    let page = try #require(guide.text("site/t/p0/index.html"))
    #expect(page.contains("around\">") && page.utf8.count < 60_000)
    if count < 1000 { #expect(try PublishedLinks(in: guide).dead == []) }
  }
}
