import Foundation
import Testing

@Suite("A guide with an mkdocs.yml")
struct MkDocsBuildTests {
  @Test("what is not run is named once, each kind in a note of its own")
  func unused() throws {
    let guide = try Guide([
      "mkdocs.yml": """
      site_name: M
      theme:
        name: material
        custom_dir: overrides
        features: [navigation.tabs, content.code.copy]
      plugins: [search, macros, mkdocstrings]
      hooks: [hooks/a.py]
      markdown_extensions: [pymdownx.keys, admonition]
      extra: {analytics: {provider: google}}

      """,
      "docs/index.md": "# Home\n",
    ])
    let run = try guide.run("build")
    #expect(run.status == 0)
    #expect(
      run.findings == [
        "mkdocs.yml:4:15: note: overrides of a theme are Jinja and not run: \"overrides\" [TB-C008]",
        "mkdocs.yml:5:14: note: features of the theme without a counterpart here: \"navigation.tabs\" [TB-C008]",
        "mkdocs.yml:6:19: note: plugins are Python and not run: \"macros\", \"mkdocstrings\" [TB-C008]",
        "mkdocs.yml:7:9: note: hooks are Python and not run: \"hooks/a.py\" [TB-C008]",
        "mkdocs.yml:8:23: note: extensions that pages are read without: \"pymdownx.keys\" [TB-C008]",
        "mkdocs.yml:9:9: note: not used here: \"extra.analytics\" [TB-C008]",
      ])
  }

  @Test("pages load the author's style sheets and scripts, from the folder and from elsewhere")
  func assets() throws {
    let guide = try Guide([
      "mkdocs.yml": """
      site_name: M
      extra_css: [a.css, "https://example.org/b.css"]
      extra_javascript:
        - a.js
        - {path: b.mjs}
        - {path: "https://example.org/c.js", async: true}

      """,
      "docs/sub/page.md": "# Page\n", "docs/a.css": "", "docs/a.js": "", "docs/b.mjs": "",
    ])
    #expect(try guide.run("build").status == 0)
    let page = try #require(guide.text("site/sub/page/index.html"))
    #expect(page.contains("<link rel=\"stylesheet\" href=\"../../a.css\">"))
    #expect(page.contains("<link rel=\"stylesheet\" href=\"https://example.org/b.css\">"))
    #expect(page.contains("<script src=\"../../a.js\" defer></script>"))
    #expect(page.contains("<script src=\"../../b.mjs\" type=\"module\" defer></script>"))
    #expect(page.contains("<script src=\"https://example.org/c.js\" async></script>"))
  }

  @Test("the ways to edit, to the sources and to the makers stand on the page")
  func links() throws {
    let guide = try Guide(Handbook.files())
    #expect(try guide.run("build").status == 0)
    let page = try #require(guide.text("site/guides/lathe/index.html"))
    #expect(
      page.contains("href=\"https://github.com/example/workshop/edit/main/docs/guides/lathe.md\""))
    #expect(page.contains("href=\"https://github.com/example/workshop\""))
    #expect(page.contains("<a rel=\"me\" href=\"https://github.com/example\">GitHub</a>"))
    #expect(page.contains("<a rel=\"me\" href=\"mailto:shop@example.org\">Mail</a>"))
    #expect(page.contains("<span>Copyright © 2026 The workshop</span>"))
    let style = try #require(
      guide.tree().first { $0.key.hasPrefix("assets/style.") }.map {
        String(decoding: $0.value, as: UTF8.self)
      })
    #expect(style.contains("--accent:light-dark(#512da8,#80cbc4)"))
  }

  @Test("variables of the environment take the place of !ENV, and change what is built")
  func environment() throws {
    let guide = try Guide([
      "mkdocs.yml": "site_name: !ENV [NAME_OF_SITE, Plain]\n", "docs/index.md": "# Home\n",
    ])
    #expect(try guide.run("build").status == 0)
    #expect(guide.text("site/index.html")?.contains("<title>Plain</title>") == true)
    #expect(try guide.run("build", environment: ["NAME_OF_SITE": "Named"]).status == 0)
    #expect(guide.text("site/index.html")?.contains("<title>Named</title>") == true)
  }

  @Test("a file of the project is included and linked, one outside of it never")
  func outside() throws {
    let guide = try Guide([
      "mkdocs.yml": "site_name: M\nmarkdown_extensions: [pymdownx.snippets]\n",
      "docs/index.md": "# Home\n\n--8<-- \"LICENSE\"\n", "LICENSE": "Free for all.\n",
      "CHANGES.md": "# Changes\n",
    ])
    try guide.makeLink("docs/changes.md", to: "../CHANGES.md")
    #expect(try guide.run("build").status == 0)
    #expect(guide.text("site/index.html")?.contains("Free for all.") == true)
    #expect(guide.has("site/changes/index.html"))

    try guide.write("../secret.md", "# Secret\n")
    try guide.write("docs/index.md", "# Home\n\n--8<-- \"../secret.md\"\n")
    let snippet = try guide.run("build")
    #expect(snippet.reports("TB-M004", at: "docs/index.md:3:1"))
    #expect(guide.text("site/index.html")?.contains("Secret") != true)

    try guide.makeLink("SHORT", to: "../secret.md")
    try guide.write("docs/index.md", "# Home\n\n--8<-- \"SHORT\"\n")
    #expect(try guide.run("build").reports("TB-M004", at: "docs/index.md:3:1"))

    try guide.makeLink("docs/secret.md", to: "../../secret.md")
    #expect(try guide.run("build").codes.contains("TB-F001"))
  }

  @Test("levels of validation are those of the rules here, and not_in_nav silences one of them")
  func validation() throws {
    let files = [
      "mkdocs.yml": """
      site_name: M
      nav: [index.md]
      not_in_nav: /known/
      validation:
        omitted_files: warn
        links: {not_found: ignore, anchors: info}

      """,
      "docs/index.md": "# Home\n\n[a](no.md) [b](#no)\n", "docs/known/a.md": "# A\n",
      "docs/other.md": "# Other\n",
    ]
    let run = try Guide(files).run("check")
    #expect(run.reports("TB-S020", at: "docs/other.md"))
    #expect(run.findings.contains { $0.contains(": warning: ") && $0.hasSuffix("[TB-S020]") })
    #expect(run.findings.contains { $0.contains(": note: ") && $0.hasSuffix("[TB-L002]") })
    #expect(!run.codes.contains("TB-L001") && !run.findings.contains { $0.contains("known") })
  }

  @Test("values of front matter that only other generators understand are no errors")
  func frontMatter() throws {
    let guide = try Guide([
      "mkdocs.yml": "site_name: M\n",
      "docs/index.md": "---\nauthors:\n  - name: Ann\nid: My Page\n---\n# Home\n",
    ])
    let run = try guide.run("build")
    #expect(run.status == 0 && guide.has("site/index.html"))
    #expect(run.findings.allSatisfy { $0.contains(": warning: ") } && !run.findings.isEmpty)
  }

  @Test("posts are listed by year and category, up to where they are cut")
  func blog() throws {
    let guide = try Guide(Handbook.files())
    #expect(try guide.run("build").status == 0)
    let start = try #require(guide.text("site/journal/index.html"))
    #expect(start.contains("<a href=\"2026/03/04/third/\">Third</a>"))
    #expect(start.contains("rel=\"next\" href=\"page/2/\""))
    let second = try #require(guide.text("site/journal/page/2/index.html"))
    #expect(second.contains("It begins. <a href=\"../../../guides/saw/#blades\">Look</a>"))
    #expect(second.contains("href=\"../../2025/12/31/were-open--running/#fn:1\""))
    #expect(!second.contains("Further down") && !second.contains("id=\"fnref:1\""))
    #expect(guide.has("site/journal/category/the-saw/index.html"))
    let post = try #require(
      guide.text("site/journal/2025/12/31/were-open--running/index.html"))
    #expect(post.contains("<time datetime=\"2025-12-31\">"))
    #expect(post.contains("<a href=\"../../../../category/news/\">News</a>"))
    #expect(!guide.has("site/journal/2026/03/05/hidden/index.html"))
  }
}
