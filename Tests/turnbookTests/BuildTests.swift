import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("turnbook build")
struct BuildTests {
  private static let small: [String: String] = [
    "turnbook.yml": "name: The guide\nurl: https://example.org/guide/\n",
    "content/index.md": "# Home\n\n[one](a/one.md#x) ![p](img/p.png) [up](https://example.org)\n",
    "content/a/index.md": "# A folder\n\n[home](../index.md)\n",
    "content/a/one.md": """
    ---
    title: One
    order: 2
    date: 2025-01-31
    description: The first
    redirect_from: [old/one.md, older.html]
    ---

    ## X

    [two](two.md#y) [same](#x) [^1]

    [^1]: A note.
    """,
    "content/a/two.md": "---\ntitle: Two\norder: 1\n---\n\n## Y\n\n[top](/index.md)\n",
    "content/a/deep/leaf.md": "# Leaf\n\n[note](../one.md#fn:1) <a href=\"../two.md\">raw</a>\n",
    "content/img/p.png": "PNG",
    "content/draft.md": "---\ndraft: true\n---\n\n# Draft\n",
    "content/_private/page.md": "# Private\n",
    "content/.hidden.md": "# Hidden\n",
  ]

  @Test("pages become folders, other files are copied, and what is private stays away")
  func files() throws {
    let guide = try Guide(Self.small)
    let run = try guide.run("build")
    #expect(run.status == 0, "\(run.errors)")
    let files = try guide.tree().keys.filter { !$0.hasPrefix("assets/") }
    #expect(
      files.sorted() == [
        "404.html", "a/deep/leaf/index.html", "a/deep/leaf/index.md", "a/index.html", "a/index.md",
        "a/one/index.html", "a/one/index.md", "a/two/index.html", "a/two/index.md", "feed.xml",
        "img/p.png", "index.html", "index.md", "llms-full.txt", "llms.txt", "old/one/index.html",
        "older.html", "robots.txt", "sitemap.xml",
      ])
    #expect(guide.text("site/img/p.png") == "PNG")
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("Built 5 pages into site: no findings, "))
  }

  @Test("every link of the site leads somewhere", arguments: [true, false])
  func linksWork(directoryURLs: Bool) throws {
    var files = Self.small
    files["turnbook.yml"] = "directory_urls: \(directoryURLs)\n"
    let guide = try Guide(files)
    #expect(try guide.run("build", "--drafts").status == 0)
    let links = try PublishedLinks(in: guide)
    #expect(links.dead.isEmpty)
    #expect(links.count > 40)
    let page = directoryURLs ? "site/a/one/index.html" : "site/a/one.html"
    let two = directoryURLs ? "href=\"../two/#y\"" : "href=\"two.html#y\""
    #expect(guide.text(page)?.contains(two) == true)
  }

  @Test(
    "a name with signs that mean something in a URL is linked from the text and the side bar",
    arguments: ["a b", "100%", "café", "x:y", "q?r", "h#i", "R&D", "it's", "a+b", "naïve “quote”"])
  func oddNames(name: String) throws {
    let encoded = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    let guide = try Guide([
      "turnbook.yml": "url: https://example.org/\n",
      "content/index.md": "# Home\n\n[odd](\(encoded).md) [inner](\(encoded)/in.md)\n",
      "content/\(name).md": "---\nredirect_from: was.md\n---\n\n# Odd\n\n[home](index.md)\n",
      "content/\(name)/in.md": "# In\n\n[up](../\(encoded).md)\n",
    ])
    let run = try guide.run("build")
    #expect(run.findings.isEmpty)
    #expect(try PublishedLinks(in: guide).dead.isEmpty)
    let map = try #require(guide.text("site/sitemap.xml"))
    let places = map.matches(of: /<loc>https:\/\/example.org\/([^<]*)<\/loc>/).map {
      String($0.output.1).replacing("&amp;", with: "&").removingPercentEncoding
    }
    #expect(Set(places) == ["", "\(name)/", "\(name)/in/"])
  }

  @Test("a page that moved is found at its former places")
  func redirects() throws {
    let guide = try Guide(Self.small)
    try guide.run("build")
    for (file, target) in [
      ("old/one/index.html", "../../a/one/"), ("older.html", "a/one/"),
    ] {
      let text = try #require(guide.text("site/" + file))
      #expect(text.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(target)\">"))
      #expect(text.contains("<link rel=\"canonical\" href=\"https://example.org/guide/a/one/\">"))
    }
  }

  @Test("a site that knows its address tells it to machines")
  func addresses() throws {
    let guide = try Guide(Self.small)
    try guide.run("build")
    let page = try #require(guide.text("site/a/one/index.html"))
    for line in [
      "<link rel=\"canonical\" href=\"https://example.org/guide/a/one/\">",
      "<meta property=\"og:url\" content=\"https://example.org/guide/a/one/\">",
      "<meta property=\"og:title\" content=\"One\">",
      "<meta property=\"og:description\" content=\"The first\">",
      "<meta property=\"og:site_name\" content=\"The guide\">",
    ] { #expect(page.contains(line)) }
    let map = try #require(guide.text("site/sitemap.xml"))
    #expect(
      map.contains(
        "<loc>https://example.org/guide/a/one/</loc><lastmod>2025-01-31</lastmod>"))
    #expect(map.matches(of: /<url>/).count == 5)
    #expect(
      guide.text("site/robots.txt")?.contains(
        "Sitemap: https://example.org/guide/sitemap.xml\n") == true)
    let feed = try #require(guide.text("site/feed.xml"))
    #expect(feed.matches(of: /<entry>/).count == 1)
    #expect(feed.contains("<published>2025-01-31T00:00:00Z</published>"))
    // Served at any depth, so nothing in it may be relative to where it is.
    let lost = try #require(guide.text("site/404.html"))
    let relative = PublishedLinks.targets(in: lost).filter {
      !$0.hasPrefix("/guide/") && !$0.hasPrefix("#")
    }
    #expect(relative.isEmpty)
  }

  @Test("the files for machines are well-formed XML")
  func wellFormed() throws {
    var files = Self.small
    files["turnbook.yml"] = "name: A & B <c>\nurl: https://example.org/\n"
    files["content/R&D.md"] = "---\ntitle: R&D <now>\ndate: 2025-02-01\n---\n"
    let guide = try Guide(files)
    try guide.run("build")
    for name in ["sitemap.xml", "feed.xml"] {
      let parser = XMLParser(data: try Data(contentsOf: guide.at("site/\(name)")))
      #expect(parser.parse(), "\(name), line \(parser.lineNumber)")
    }
  }

  @Test("a site without an address has none of what needs one")
  func noAddress() throws {
    var files = Self.small
    files["turnbook.yml"] = "name: The guide\n"
    let guide = try Guide(files)
    try guide.run("build")
    #expect(!guide.has("site/sitemap.xml") && !guide.has("site/feed.xml"))
    let page = try #require(guide.text("site/a/one/index.html"))
    #expect(!page.contains("canonical") && !page.contains("og:url"))
  }

  @Test("--base-url takes the place of the configured address")
  func baseURL() throws {
    let guide = try Guide(Self.small)
    #expect(try guide.run("build", "--base-url", "https://other.example/x").status == 0)
    let page = try #require(guide.text("site/a/one/index.html"))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://other.example/x/a/one/\">"))
    #expect(!page.contains("https://example.org/guide"))
  }

  @Test("a guide without a start page is told so, and is published")
  func noStart() throws {
    let guide = try Guide(["content/a.md": "# A\n"])
    let run = try guide.run("build", "--strict")
    #expect(run.status == 0)
    #expect(run.reports("TB-S014", at: "content"))
    try guide.write("content/index.html", "<p>mine</p>")
    #expect(try guide.run("build").findings.isEmpty)
  }

  @Test("--drafts takes drafts in")
  func drafts() throws {
    let guide = try Guide(Self.small)
    #expect(try guide.run("build", "--drafts").status == 0)
    #expect(guide.text("site/draft/index.html")?.contains("<h1 id=\"draft\">") == true)
  }

  @Test(
    "an author's own file stands instead of the generated one",
    arguments: ["robots.txt", "404.html", "sitemap.xml", "feed.xml"])
  func ownFiles(name: String) throws {
    var files = Self.small
    files["content/" + name] = "mine"
    let guide = try Guide(files)
    let run = try guide.run("build")
    #expect(run.status == 0, "\(run.errors)")
    #expect(guide.text("site/" + name) == "mine")
  }

  @Test("a folder of pages without a configuration publishes only the files its pages refer to")
  func bareFolder() throws {
    let guide = try Guide([
      "index.md": "# Home\n\n![a](a.png)\n", "a.png": "a", "id_rsa": "secret",
    ])
    #expect(try guide.run("build").status == 0)
    #expect(guide.has("site/a.png"))
    #expect(!guide.has("site/id_rsa"))
  }

  @Test("an output among the sources is refused, and a site that stands there is no source")
  func outputAmongSources() throws {
    let guide = try Guide([
      "content/index.md": "# Home\n", "content/old/.turnbook-manifest": "turnbook-manifest 1\n",
      "content/old/page.md": "# Old\n",
    ])
    let run = try guide.run("build", "--output", "content/s")
    #expect(run.status == 2)
    #expect(run.codes == ["TB-C006"])
    #expect(!guide.has("content/s"))
    #expect(try guide.run("build").status == 0)
    #expect(!guide.has("site/old/page/index.html"))
  }

  @Test("links to what the program makes are right, and an image of a page is wrong")
  func generatedTargets() throws {
    let guide = try Guide([
      "turnbook.yml": "name: G\nurl: https://example.org/\n",
      "content/index.md":
        "---\ndate: 2026-01-02\n---\n# Home\n\n[f](feed.xml) [s](sitemap.xml) ![i](b.md)\n",
      "content/b.md": "# B\n",
    ])
    let run = try guide.run("build")
    #expect(run.findings.map { String($0.prefix(25)) } == ["content/index.md:6:37: er"])
  }

  @Test("what mkdocs leaves out is left out, and keys without use are named once")
  func mkdocsKeys() throws {
    let guide = try Guide([
      "mkdocs.yml": """
      site_name: M
      exclude_docs: |
        /hidden.md
        drafts/
      plugins: [search]
      hooks: [a.py]

      """,
      "docs/index.md": "# Home\n", "docs/hidden.md": "# Hidden\n",
      "docs/a/drafts/x.md": "# X\n", "docs/a/hidden.md": "# Shown\n",
    ])
    let run = try guide.run("build")
    #expect(run.status == 0)
    #expect(
      run.findings == [
        "mkdocs.yml:6:9: note: hooks are Python and not run: \"a.py\" [TB-C008]"
      ])
    #expect(!guide.has("site/hidden/index.html") && !guide.has("site/a/drafts/x/index.html"))
    #expect(guide.has("site/a/hidden/index.html"))
  }

  @Test("a templates folder that the configuration names has to be there")
  func missingTemplates() throws {
    let guide = try Guide(["turnbook.yml": "templates: theem\n", "content/index.md": "# Home\n"])
    let run = try guide.run("build")
    #expect(run.status == 1)
    #expect(run.findings == ["theem: error: the templates folder does not exist [TB-S015]"])
  }

  @Test("folders of mkdocs outside the project are refused with their place")
  func mkdocsFolders() throws {
    let guide = try Guide([
      "mkdocs.yml": "site_name: M\nsite_dir: ../out\n", "docs/index.md": "# Home\n",
    ])
    let run = try guide.run("build")
    #expect(run.status == 1)
    #expect(run.findings.first?.hasPrefix("mkdocs.yml:2:11: error: ") == true)
  }
}
