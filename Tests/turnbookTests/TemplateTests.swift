import Testing

@Suite("A site's own templates")
struct TemplateTests {
  private static let page = ["content/index.md": "# Home\n", "content/a.md": "# A\n"]

  private func guide(_ templates: [String: String]) throws -> Guide {
    let guide = try Guide(Self.page)
    for (name, text) in templates { try guide.write("templates/" + name, text) }
    return guide
  }

  @Test("a template replaces the theme's of the same name, and the rest stays")
  func template() throws {
    let guide = try guide(["footer.mustache": "<footer>Mine, {{site.name}}</footer>\n"])
    #expect(try guide.run("build").status == 0)
    let page = try #require(guide.text("site/a/index.html"))
    #expect(page.contains("<footer>Mine, guide</footer>"))
    #expect(page.contains("<nav class=\"navigation\""))
    #expect(!page.contains("Made with"))
  }

  @Test("a style sheet replaces the theme's of the same name; another is added behind it")
  func styles() throws {
    let plain = try guide([:])
    try plain.run("build")
    let guide = try guide(["prose.css": "/* my prose */\n", "extra.css": "/* extra */\n"])
    #expect(try guide.run("build").findings.isEmpty)
    let sheets = try guide.tree().filter { $0.key.hasSuffix(".css") }
    // The others are loaded by what needs them: the search, lists, the map and the first page.
    let names = Set(
      sheets.keys.compactMap { $0.split(separator: "/").last?.split(separator: ".").first })
    #expect(names == ["style", "extra", "finder", "lists", "map", "home"])
    let main = try #require(sheets.first { $0.key.hasPrefix("assets/style.") })
    #expect(String(decoding: main.value, as: UTF8.self).contains("/* my prose */"))
    #expect(try plain.tree()[main.key] == nil, "a changed sheet has the name of the old one")
    let page = try #require(guide.text("site/a/index.html"))
    let links = PublishedLinks.targets(in: page).filter { $0.hasSuffix(".css") }
    #expect(links.count == 2)
    #expect(links.first == "../" + main.key)
  }

  @Test("front matter that the program does not know reaches templates under meta")
  func meta() throws {
    let guide = try guide([
      "footer.mustache":
        "{{#meta.level}}<p>Level {{.}}</p>{{/meta.level}}{{^meta.level}}none{{/meta.level}}"
    ])
    try guide.write("content/a.md", "---\nlevel: 3 < 4\n---\n\n# A\n")
    #expect(try guide.run("build").status == 0)
    #expect(guide.text("site/a/index.html")?.contains("<p>Level 3 &lt; 4</p>") == true)
    #expect(guide.text("site/index.html")?.contains("none") == true)
  }

  @Test("a page chooses its template")
  func chosen() throws {
    let guide = try guide(["bare.mustache": "<main>{{{page.content}}}</main>"])
    try guide.write("content/a.md", "---\ntemplate: bare\n---\n\ntext\n")
    let run = try guide.run("build")
    #expect(run.status == 0, "\(run.errors)")
    #expect(guide.text("site/a/index.html") == "<main><p>text</p>\n</main>")
  }

  @Test(
    "a mistake in a template is told with its line, once, and nothing is published",
    arguments: [
      ("a name nobody has", "<p>\n{{page.titel}}</p>", "TB-T010", "did you mean \"title\"?"),
      ("a missing partial", "<p>\n{{>foter}}</p>", "TB-T007", "footer"),
      ("a section left open", "<p>\n{{#page.tags}}</p>", "TB-T002", "page.tags"),
      ("a template in itself", "<p>\n{{>pager}}</p>", "TB-T008", "pager"),
    ])
  func mistakes(name: String, text: String, code: String, hint: String) throws {
    let guide = try guide(["pager.mustache": text])
    let run = try guide.run("build")
    #expect(run.status == 1)
    #expect(run.codes == [code], "\(run.errors)")
    #expect(run.reports(code, at: "templates/pager.mustache:2:1"), "\(run.errors)")
    #expect(run.errors.contains(hint))
    #expect(!guide.has("site"))
  }
}
