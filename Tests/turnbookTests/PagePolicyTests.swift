import Foundation
import JSON
import Testing

@Suite("Published pages and what browsers may do with them")
struct PagePolicyTests {
  @Test(
    "no page has a script, style or handler of its own, or loads anything from elsewhere",
    .enabled(if: HTMLReader.isPresent, HTMLReader.absent))
  func policy() throws {
    let guide = try Guide([
      "turnbook.yml":
        "name: G\nurl: https://example.org/\ntheme: {accent: '#036'}\nrepository: https://x.org/",
      "content/index.md": DialectPage.everything, "content/p.png": "PNG",
      "content/old.md": "---\nredirect_from: [older.md]\nauthors: [A]\n---\n\n# Old\n",
    ])
    try guide.run("build")
    try guide.run("build", HTMLReader.repository, "--output", guide.at("own").path)
    let pages = try guide.tree("site").merging(
      try guide.tree("own").map { ("own/" + $0.key, $0.value) },
      uniquingKeysWith: { first, _ in first }
    ).filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }
    #expect(pages.count > 20)
    let found = try HTMLReader.answers(
      "policy", pages.map { String(decoding: $0.value, as: UTF8.self) })
    for (page, faults) in zip(pages, found) { #expect(faults.isEmpty, "\(page.key)") }
  }

  @Test(
    "what a page is stands in its head as JSON-LD that nothing can end",
    .enabled(if: HTMLReader.isPresent, HTMLReader.absent))
  func structuredData() throws {
    let guide = try Guide([
      "turnbook.yml": """
      name: G
      url: https://example.org/g/
      language: de
      navigation: [Home: index.md, Part: [part/index.md, part/one.md]]
      """,
      "content/index.md": "# Home\n", "content/part/index.md": "# Part\n",
      "content/part/one.md": """
      ---
      title: "</script><script>alert(1)</script> <!-- & \\" \\u2028"
      date: 2025-01-31
      authors: [Ada]
      ---

      ## The Pattern

      ```text
      TURN 1:
      Plan {goal}.

      TURN 2:
      Write it.
      ```
      """,
    ])
    try guide.run("build")
    let page = guide.text("site/part/one/index.html") ?? ""
    let texts = try HTMLReader.answers("data", [page])[0]
    #expect(texts.count == 1)
    let data = try JSONValue(parsing: Array(texts.joined().utf8))
    let graph = try #require(data["@graph"]?.array)
    #expect(graph.map { $0["@type"]?.string } == ["TechArticle", "HowTo", "BreadcrumbList"])
    let title = "</script><script>alert(1)</script> <!-- & \" \u{2028}"
    #expect(graph[0]["headline"]?.string == title)
    #expect(graph[0]["datePublished"]?.string == "2025-01-31")
    #expect(graph[0]["inLanguage"]?.string == "de")
    #expect(graph[0]["url"]?.string == "https://example.org/g/part/one/")
    let steps = graph[1]["step"]?.array
    #expect(steps?.map { $0["text"]?.string } == ["Plan {goal}.", "Write it."])
    let trail = graph[2]["itemListElement"]?.array
    #expect(
      trail?.map { $0["item"]?.string } == [
        "https://example.org/g/part/", "https://example.org/g/part/one/",
      ])
    #expect(try HTMLReader.answers("policy", [page]) == [[]])
  }

  @Test("a site without an address tells search engines none")
  func withoutAddress() throws {
    let guide = try Guide(["turnbook.yml": "name: G\n", "content/a.md": "# A\n\ntext\n"])
    try guide.run("build")
    let html = guide.text("site/a/index.html") ?? ""
    #expect(html.contains("\"@type\":\"TechArticle\""))
    #expect(!html.contains("BreadcrumbList") && !html.contains("\"url\""))
  }
}
