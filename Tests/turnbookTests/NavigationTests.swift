import Testing

@Suite("Finding one's way")
struct NavigationTests {
  /// The links of the side bar, in their order.
  private func sideBar(_ page: String) throws -> [String] {
    let html = try #require(page.firstMatch(of: /<nav class="navigation"(?s:.*?)<\/nav>/)).output
    return html.matches(of: /<a href="([^"]*)"/).map { String($0.output.1) }
  }

  private func neighbours(_ page: String) -> [String] {
    page.matches(of: /<a class="(?:previous|next)" rel="(prev|next)" href="([^"]*)"/)
      .map { "\($0.output.1) \($0.output.2)" }
  }

  @Test("without a configuration: the index first, then by order, then by name")
  func folders() throws {
    let guide = try Guide([
      "content/zebra.md": "---\norder: 1\n---\n\n# Zebra\n",
      "content/apple.md": "# Apple\n",
      "content/index.md": "# Home\n",
      "content/banana/index.md": "---\norder: 2\n---\n\n# Banana\n",
      "content/banana/y.md": "# Y\n",
      "content/banana/x.md": "# X\n",
      "content/cherry/only.md": "# Only\n",
    ])
    #expect(try guide.run("build").findings.isEmpty)
    let home = try #require(guide.text("site/index.html"))
    #expect(
      try sideBar(home) == [
        "./", "zebra/", "banana/", "banana/x/", "banana/y/", "apple/", "cherry/only/",
      ])
    #expect(home.contains("<summary>Cherry</summary>"))
    let page = try #require(guide.text("site/banana/x/index.html"))
    #expect(neighbours(page) == ["prev ../", "next ../y/"])
    #expect(page.contains("<a href=\"../../banana/x/\" aria-current=\"page\">X</a>"))
    let crumbs = try #require(page.firstMatch(of: /<nav class="breadcrumbs"(?s:.*?)<\/nav>/))
    #expect(crumbs.output.contains("<a href=\"../\">Banana</a>"))
  }

  @Test("with a configuration: its order, its titles, its links to other sites")
  func configured() throws {
    let guide = try Guide([
      "turnbook.yml": """
      navigation:
        - index.md
        - Second: b.md
        - Part:
            - a.md
            - Elsewhere: https://example.org/?a=1&b=2
      """,
      "content/index.md": "# Home\n", "content/a.md": "# A\n", "content/b.md": "# B\n",
      "content/left-out.md": "# Left out\n",
    ])
    #expect(try guide.run("build").codes == ["TB-S020"])
    let page = try #require(guide.text("site/a/index.html"))
    #expect(
      try sideBar(page) == [
        "../", "../b/", "../a/", "https://example.org/?a=1&amp;b=2",
      ])
    #expect(page.contains(">Second</a>") && page.contains("<summary>Part</summary>"))
    #expect(neighbours(page) == ["prev ../b/"])
    let lost = try #require(guide.text("site/left-out/index.html"))
    #expect(neighbours(lost).isEmpty)
    #expect(try PublishedLinks(in: guide).dead.isEmpty)
  }

  @Test("a page that the navigation names and nobody wrote is told with the nearest")
  func missing() throws {
    let guide = try Guide([
      "turnbook.yml": "navigation:\n  - index.md\n  - few-shoot.md\n",
      "content/index.md": "# Home\n", "content/few-shot.md": "# Few\n",
    ])
    let run = try guide.run("build")
    #expect(run.status == 1)
    #expect(run.reports("TB-S011", at: "turnbook.yml:3:5"), "\(run.errors)")
    #expect(run.errors.contains("did you mean \"few-shot.md\"?"))
  }

  @Test("a draft that the navigation names appears there when it is built")
  func draft() throws {
    let guide = try Guide([
      "turnbook.yml": "navigation:\n  - index.md\n  - soon.md\n",
      "content/index.md": "# Home\n", "content/soon.md": "---\ndraft: true\n---\n\n# Soon\n",
    ])
    #expect(try guide.run("build").findings.isEmpty)
    #expect(try sideBar(#require(guide.text("site/index.html"))) == ["./"])
    #expect(try guide.run("build", "--drafts").findings.isEmpty)
    #expect(try sideBar(#require(guide.text("site/index.html"))) == ["./", "soon/"])
  }

  @Test("front matter hides the side bar or the contents of a page")
  func hidden() throws {
    let guide = try Guide([
      "content/index.md": "# Home\n",
      "content/a.md": "---\nhide: [navigation, toc]\n---\n\n## B\n\n## C\n",
      "content/b.md": "## B\n\n## C\n",
    ])
    #expect(try guide.run("build").findings.isEmpty)
    let plain = try #require(guide.text("site/b/index.html"))
    #expect(plain.contains("<nav class=\"navigation\"") && plain.contains("id=\"Contents\""))
    let bare = try #require(guide.text("site/a/index.html"))
    #expect(!bare.contains("<nav class=\"navigation\"") && !bare.contains("id=\"Contents\""))
  }
}
